import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@/scripts/lib/root.mjs';
import { expect, signIn as signInByHand, test } from './fixtures';
import { recordsFor, SCREENS, settled } from './screens';

/** Words that only the server may know. */
const SECRET = [
  'tenant_access_token',
  'app_access_token',
  'open-apis',
  'sandbox-secret',
  'sandbox-encrypt-key',
  'app_secret',
  'NEXTAUTH_SECRET',
];

test('what the browser is sent holds no secret and no address of Feishu', () => {
  const folder = join(root, process.env.NEXT_DIST_DIR || '.next', 'static');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(js|css|json|html)$/.test(entry.name),
  );
  expect(files.length).toBeGreaterThan(10);
  for (const { parentPath, name } of files) {
    const text = readFileSync(join(parentPath, name), 'utf8');
    for (const word of SECRET) expect(text.includes(word), `${word} in ${name}`).toBe(false);
  }
});

test('the browser talks to us alone, on every screen; only sign-in leads to Feishu', async ({
  page,
  baseURL,
  sandbox,
  consoleErrors,
}) => {
  test.setTimeout(120_000);
  // A violation of the content policy would be an error, and none of those is allowed.
  consoleErrors.allow(/status of (403|404)/);
  await signInByHand(page, sandbox, 'recruiter');
  const origin = new URL(baseURL ?? '').origin;
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && !url.startsWith('blob:') && new URL(url).origin !== origin) {
      elsewhere.push(url);
    }
  });
  const records = await recordsFor(page, sandbox);
  for (const screen of SCREENS.filter(({ persona }) => persona === 'recruiter')) {
    const path = screen.path(records);
    const reply = await page.goto(path);
    await settled(page);
    const policy = reply?.headers()['content-security-policy'] ?? '';
    expect(policy, path).toContain("script-src 'self' 'nonce-");
    expect(policy, path).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    expect(reply?.headers()['x-powered-by']).toBeUndefined();
    const html = (await reply?.text()) ?? '';
    for (const word of SECRET) expect(html.includes(word), `${word} in ${path}`).toBe(false);
  }
  expect(elsewhere).toEqual([]);
});

test('the session is out of reach of scripts and of other sites', async ({ page, sandbox }) => {
  await signInByHand(page, sandbox, 'recruiter');
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name.endsWith('hire.session'));
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(await page.evaluate(() => document.cookie)).not.toContain('hire.session');
});

test('a write from another site is refused, whoever is signed in', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('admin');
  const { personas } = await sandbox.world();
  const board = await (await page.request.get(`/api/pipeline?job=${personas.boardJobId}`)).json();
  const [column] = board.columns;
  const { id } = column.cards[0];
  const reply = await page.request.post(`/api/applications/${id}/stage`, {
    headers: { origin: 'https://elsewhere.example' },
    data: {
      toStageId: board.columns[1].key,
      expectedStageId: column.key,
      requestId: crypto.randomUUID(),
    },
  });
  expect(reply.status()).toBe(403);
  expect((await sandbox.application(id)).stageId).toBe(column.key);
});
