/** `npm run screenshots`: takes the pictures of the README anew, from the production build. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startStack } from '@/e2e/stack';
import { openBrowser, type Visit, visit } from './bench/browser';
import { root } from './lib/root.mjs';

const FOLDER = join(root, 'docs', 'screenshots');

type Picture = {
  name: string;
  path: (visit: Visit) => string;
  /** On screen when the picture is complete. */
  shows: string;
  locale: 'zh-CN' | 'en-US';
  colorScheme: 'light' | 'dark';
};

const PICTURES: Picture[] = [
  {
    name: 'board-zh-light',
    path: ({ jobId }) => `/jobs/${jobId}`,
    shows: '[data-card]',
    locale: 'zh-CN',
    colorScheme: 'light',
  },
  {
    name: 'talent-en-dark',
    path: ({ talentId }) => `/talents/${talentId}`,
    shows: 'main svg.recharts-surface, main figure',
    locale: 'en-US',
    colorScheme: 'dark',
  },
];

const [browser, stack] = await Promise.all([openBrowser(), startStack()]);
try {
  const known = await visit(browser, stack);
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, path, shows, locale, colorScheme } of PICTURES) {
    const context = await browser.newContext({
      locale,
      colorScheme,
      viewport: { width: 1440, height: 900 },
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    await context.addCookies(known.cookies);
    const page = await context.newPage();
    await page.goto(stack.url + path(known), { waitUntil: 'networkidle' });
    await page.locator(shows).first().waitFor();
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await context.close();
    console.log(`docs/screenshots/${name}.png`);
  }
} finally {
  await browser.close();
  await stack.stop();
}
