import { cardsIn } from './candidates';
import { test as base, expect } from './fixtures';
import { Sandbox } from './sandbox';
import { settled } from './screens';
import { type Stack, startStack } from './stack';

/** A stack of its own, at a real tenant's pace: the first read takes minutes, and this is its first. */
const test = base.extend<object, { partial: Stack }>({
  partial: [
    async ({ browserName: _ }, use) => {
      const stack = await startStack({ limitsScale: 1, early: true });
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ partial }, use) => use(partial.url),
  sandbox: async ({ partial }, use) => {
    const sandbox = new Sandbox(partial.sandboxUrl);
    await use(sandbox);
    await sandbox.clearFaults();
  },
});

const BODY = 'hire.v1.application.get';
/** What the client waits when Feishu says "slow down" and not for how long (CONTRACT section 2.4). */
const PAUSE_MS = 5_000;

const SAYS_HOW_FAR = /已同步 \d+%|正在从飞书读取|还没有从飞书读取/;
const CLAIMS_EMPTINESS =
  /这里还没有内容|今天没有等着处理的事|没有人投递|还不在任何职位的招聘团队中/;

test('while the first read runs, every screen says how far it is and claims no emptiness', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('admin');
  for (const path of ['/', '/jobs', '/pipeline', '/pipeline?view=list', '/talents', '/reports']) {
    await page.goto(path);
    await settled(page);
    await expect(page.getByRole('main'), path).toContainText(SAYS_HOW_FAR);
    await expect(page.getByRole('main'), path).not.toContainText(CLAIMS_EMPTINESS);
  }
  const { personas } = await sandbox.world();
  await expect(async () => {
    await page.goto(`/jobs/${personas.boardJobId}`);
    await expect(page.getByRole('region', { name: '招聘看板' })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 40_000 });
  await expect(page.getByRole('main')).toContainText(SAYS_HOW_FAR);
  const health = await (await page.request.get('/api/health')).json();
  expect(health.sync).not.toBe('complete');
});

test('the worker and a page share one limiter: told to slow down, neither calls', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('admin');
  const { personas } = await sandbox.world();
  const board = await sandbox.board(personas.boardJobId);
  const [stage] = board.stages;
  await expect
    .poll(async () => (await sandbox.latest(BODY)).length, { timeout: 40_000 })
    .toBeGreaterThan(10);
  const [card] = await cardsIn(page, personas.boardJobId, stage?.stageId ?? '');
  await sandbox.fault({ endpoint: BODY, status: 429, code: 99991400 });
  const refused = async () => (await sandbox.latest(BODY)).find(({ code }) => code === 99991400);
  await expect.poll(refused).toBeTruthy();
  const at = (await refused())?.at ?? 0;

  // Opening an application asks Feishu anew, ahead of the worker.
  const asked = async () => (await sandbox.latest(BODY)).filter((call) => call.at > at);
  await page.request.get(`/api/applications/${card?.id}`);
  await expect
    .poll(async () => (await asked()).some(({ path }) => path.includes(card?.id ?? '-')), {
      timeout: 15_000,
    })
    .toBe(true);
  const opened = (await asked()).filter(({ path }) => path.includes(card?.id ?? '-')).at(-1);
  expect((opened?.at ?? 0) - at).toBeGreaterThan(PAUSE_MS - 500);
  // Those on their way when Feishu spoke are answered still.
  const during = (await asked()).filter((call) => call.at > at + 1000 && call.at < at + 4500);
  expect(during).toEqual([]);
});
