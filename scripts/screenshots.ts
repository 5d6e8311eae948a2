/**
 * `npm run screenshots`: the two pictures of the README, from a stack of its own. With `--all DIR`
 * every screen in both languages, both themes and two widths, to be looked at one by one. With
 * E2E_URL and E2E_SANDBOX_URL set it takes a stack that runs already.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext } from '@playwright/test';
import { signIn } from '@/e2e/fixtures';
import { type Persona, Sandbox } from '@/e2e/sandbox';
import { type Records, recordsFor, SCREENS, type Screen, settled } from '@/e2e/screens';
import { startStack } from '@/e2e/stack';
import { openBrowser } from './bench/browser';
import { root } from './lib/root.mjs';

const LOCALES = ['zh-CN', 'en-US'] as const;
const THEMES = ['light', 'dark'] as const;
const SIZES = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } } as const;

type Look = { locale: (typeof LOCALES)[number]; theme: (typeof THEMES)[number]; width: 1440 | 390 };
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** One way of looking at the product, signed in once a person. */
class Photographer {
  readonly #sessions = new Map<Persona, Session>();

  constructor(
    readonly browser: Browser,
    readonly url: string,
    readonly sandbox: Sandbox,
  ) {}

  async #context(look: Look, session?: Session): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: this.url,
      viewport: SIZES[look.width],
      locale: look.locale,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      deviceScaleFactor: look.width === 390 ? 2 : 1,
      isMobile: look.width === 390,
      hasTouch: look.width === 390,
      ...(session ? { storageState: session } : {}),
    });
    const cookie = (name: string, value: string) => ({ name, value, url: this.url });
    await context.addCookies([cookie('theme', look.theme), cookie('locale', look.locale)]);
    return context;
  }

  async #session(persona: Persona): Promise<Session> {
    const held = this.#sessions.get(persona);
    if (held) return held;
    const context = await this.#context({ locale: 'zh-CN', theme: 'light', width: 1440 });
    await signIn(await context.newPage(), this.sandbox, persona);
    const session = await context.storageState();
    await context.close();
    this.#sessions.set(persona, session);
    return session;
  }

  async records(): Promise<Records> {
    const context = await this.#context(
      { locale: 'zh-CN', theme: 'light', width: 1440 },
      await this.#session('recruiter'),
    );
    const records = await recordsFor(await context.newPage(), this.sandbox);
    await context.close();
    return records;
  }

  /** @param path of the picture; its folder is made */
  async take(screen: Screen, on: Records, look: Look, path: string): Promise<void> {
    const session = screen.persona ? await this.#session(screen.persona) : undefined;
    const context = await this.#context(look, session);
    const page = await context.newPage();
    await page.goto(screen.path(on));
    await settled(page);
    await page.screenshot({ path, animations: 'disabled' });
    await context.close();
    console.log(path);
  }
}

function named(name: string): Screen {
  const found = SCREENS.find((screen) => screen.name === name);
  if (!found) throw new Error(`No screen is called ${name}`);
  return found;
}

async function takeForReadme(photographer: Photographer): Promise<void> {
  const folder = join(root, 'docs', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const on = await photographer.records();
  const board = { locale: 'zh-CN', theme: 'light', width: 1440 } as const;
  await photographer.take(named('job-board'), on, board, join(folder, 'board-zh-light.png'));
  const talent = { locale: 'en-US', theme: 'dark', width: 1440 } as const;
  await photographer.take(named('talent'), on, talent, join(folder, 'talent-en-dark.png'));
}

async function takeAll(photographer: Photographer, folder: string, only: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const on = await photographer.records();
  const looks: Look[] = LOCALES.flatMap((locale) =>
    THEMES.flatMap((theme) => ([1440, 390] as const).map((width) => ({ locale, theme, width }))),
  );
  for (const screen of SCREENS) {
    for (const look of looks) {
      const name = `${screen.name}-${look.locale}-${look.theme}-${look.width}.png`;
      if (name.includes(only)) await photographer.take(screen, on, look, join(folder, name));
    }
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { all: { type: 'string' }, only: { type: 'string', default: '' } },
  });
  const { E2E_URL, E2E_SANDBOX_URL } = process.env;
  const stack =
    E2E_URL && E2E_SANDBOX_URL
      ? { url: E2E_URL, sandboxUrl: E2E_SANDBOX_URL, stop: async () => {} }
      : await startStack();
  const browser = await openBrowser();
  try {
    const photographer = new Photographer(browser, stack.url, new Sandbox(stack.sandboxUrl));
    if (values.all) await takeAll(photographer, values.all, values.only);
    else await takeForReadme(photographer);
  } finally {
    await browser.close();
    await stack.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
