import { type Browser, type Cookie, chromium } from '@playwright/test';
import { Sandbox } from '@/e2e/sandbox';
import type { Stack } from '@/e2e/stack';
import { installedBrowser } from '@/scripts/lib/browser.mjs';
import { percentile, printTable } from './statistics';

const ROUNDS = 9;

export function openBrowser(): Promise<Browser> {
  const executablePath = installedBrowser();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
}

/** Signs in through the sandbox's own page. */
async function signInOnce(browser: Browser, base: string, openId: string): Promise<Cookie[]> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${base}/sign-in`);
  await page.getByRole('button', { name: /飞书|Feishu/ }).click();
  await page.locator(`[data-open-id="${openId}"]`).first().click();
  await page.waitForURL((url) => url.pathname === '/');
  const cookies = await context.cookies(base);
  await context.close();
  return cookies;
}

/** Time until a card is on screen and React answers for it, with nothing cached. */
export async function benchBoard(
  browser: Browser,
  base: string,
  cookies: Cookie[],
  path: string,
): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext({
      locale: 'zh-CN',
      viewport: { width: 1440, height: 900 },
    });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(base + path, { waitUntil: 'commit' });
    const handle = await page.waitForFunction(() => {
      const card = document.querySelector('[data-card]');
      const answers = card && Object.keys(card).some((key) => key.startsWith('__reactProps'));
      return answers ? performance.now() : false;
    });
    times.push(Number(await handle.jsonValue()));
    await context.close();
  }
  printTable(
    'Board, cold, until it answers',
    ['', 'median ms', 'p95 ms', 'rounds'],
    [['board', percentile(times, 0.5), percentile(times, 0.95), String(ROUNDS)]],
  );
}

/** A signed-in recruiter, the job with the big board, and a talent far along on it. */
export type Visit = { cookies: Cookie[]; cookie: string; jobId: string; talentId: string };

export async function visit(browser: Browser, { url, sandboxUrl }: Stack): Promise<Visit> {
  const { personas } = await new Sandbox(sandboxUrl).world();
  const cookies = await signInOnce(browser, url, personas.recruiter.openId);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const jobId = personas.boardJobId;
  const response = await fetch(`${url}/api/pipeline?job=${jobId}`, { headers: { cookie } });
  const board: { columns: { cards: { talentId: string | null }[] }[] } = await response.json();
  const cards = board.columns.toReversed().flatMap((column) => column.cards);
  const talentId = cards.find((card) => card.talentId)?.talentId;
  if (!talentId) throw new Error('The board shows nobody yet');
  return { cookies, cookie, jobId, talentId };
}
