import { test as base, type Cookie, expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { type Persona, Sandbox } from './sandbox';

type Fixtures = {
  sandbox: Sandbox;
  /** Signed in as this person, on this page. The first time through Feishu's own page. */
  signIn: (persona: Persona, path?: string) => Promise<void>;
  /** Console errors this journey provokes on purpose: `consoleErrors.allow(/status of 422/)`. */
  consoleErrors: { allow: (pattern: RegExp) => void };
};

function requireEnv(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; global-setup.ts sets it`);
  return value;
}

/** Signs in on any page, a second person's for instance. */
export async function signIn(
  page: Page,
  sandbox: Sandbox,
  persona: Persona,
  path = '/',
): Promise<void> {
  const { openId } = await sandbox.person(persona);
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  await page.getByRole('button', { name: /飞书|Feishu/ }).click();
  await page.locator(`[data-open-id="${openId}"]`).first().click();
  await page.waitForURL((url) => url.pathname === new URL(path, url).pathname);
}

/** Sessions of this run: signing in is a journey of its own, not a part of each. */
const sessions = new Map<string, Cookie[]>();

/** Opens a page as a person who is signed in already, or signs in. */
export async function arriveAs(
  page: Page,
  sandbox: Sandbox,
  persona: Persona,
  path = '/',
): Promise<void> {
  const key = `${sandbox.url} ${persona}`;
  const held = sessions.get(key);
  if (held) {
    await page.context().addCookies(held);
    await page.goto(path);
    return;
  }
  await signIn(page, sandbox, persona, path);
  const cookies = await page.context().cookies();
  sessions.set(
    key,
    cookies.filter(({ name }) => name.endsWith('hire.session')),
  );
}

/** What the browser complains about while a page is used. */
function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error')
      complaints.push(`${message.text()} (${message.location().url})`);
  });
}

export const test = base.extend<Fixtures>({
  // Known once global-setup.ts has run, which is after the configuration was read.
  baseURL: async ({ baseURL }, use) => use(baseURL ?? requireEnv('E2E_URL')),
  sandbox: async ({ baseURL }, use) => {
    if (!baseURL) throw new Error('No address');
    const sandbox = new Sandbox(requireEnv('E2E_SANDBOX_URL'));
    await use(sandbox);
    await sandbox.clearFaults();
  },
  signIn: async ({ page, sandbox }, use) => {
    await use((persona, path) => arriveAs(page, sandbox, persona, path));
  },
  consoleErrors: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      const allowed: RegExp[] = [];
      context.on('page', (page) => listen(page, complaints));
      await use({ allow: (pattern) => allowed.push(pattern) });
      const unexpected = complaints.filter((text) => !allowed.some((one) => one.test(text)));
      expect(unexpected, 'written to the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect, expectAccessible };
