import type { Page } from '@playwright/test';
import { Board } from './board';
import { bigBoard, candidate } from './candidates';
import type { ApplicationFact, StageFact } from './facts';
import { expect, test } from './fixtures';
import type { Sandbox } from './sandbox';

const TRANSFER = 'hire.v1.application.transferStage';
/** The browser says so itself when an answer is a refusal. */
const REFUSED = /status of (422|503|409)/;

/** The big board, open, with somebody in a stage who can be moved from there. */
async function boardWith(
  page: Page,
  sandbox: Sandbox,
  signIn: (persona: 'recruiter') => Promise<void>,
  from: string,
  suits?: Parameters<typeof candidate>[3],
) {
  await signIn('recruiter');
  const { jobId, stage } = await bigBoard(sandbox);
  const found = await candidate(page, sandbox, { jobId, stageId: stage(from).stageId }, suits);
  const board = new Board(page, jobId);
  await board.open();
  const card = found.application;
  await expect(board.cardIn(stage(from), card.id)).toBeVisible();
  return { ...found, board, card, stage };
}

/** What Feishu holds, once it does. */
async function expectInFeishu(sandbox: Sandbox, { id }: ApplicationFact, stage: StageFact) {
  await expect.poll(async () => (await sandbox.application(id)).stageId).toBe(stage.stageId);
}

async function expectTotals(board: Board, sandbox: Sandbox, stages: StageFact[]) {
  const { stages: now } = await sandbox.board(board.jobId);
  for (const stage of stages) {
    const total = now.find(({ stageId }) => stageId === stage.stageId)?.active;
    await expect(board.total(stage)).toHaveText(String(total));
  }
}

test('a card dragged to another column is there at once, and in Feishu', async ({
  page,
  sandbox,
  signIn,
}) => {
  const { board, card, stage } = await boardWith(page, sandbox, signIn, '简历初筛');
  const to = stage('用人部门评估');
  await sandbox.fault({ endpoint: TRANSFER, delayMs: 3000 });
  await board.drag(card.id, to);
  await expect(board.cardIn(to, card.id)).toBeVisible();
  await expect(board.total(to)).toHaveText(String(to.active + 1));
  const done = board.notice(`已将${card.talentName}转移到「用人部门评估」`);
  // Painted before Feishu has answered.
  expect(await done.count()).toBe(0);
  await expect(done).toBeVisible();
  await expectInFeishu(sandbox, card, to);
  await expectTotals(board, sandbox, [stage('简历初筛'), to]);
});

test('a card is carried by keyboard, says where it is, and keeps the focus', async ({
  page,
  sandbox,
  signIn,
}) => {
  const { board, card, stage } = await boardWith(page, sandbox, signIn, '用人部门评估');
  const to = stage('技术一面');
  await board.moveByKeyboard(card.id, 2);
  await expect(page.getByText(`${card.talentName}放到「技术一面」`)).toBeAttached();
  await expect(board.cardIn(to, card.id)).toBeVisible();
  await expect(board.card(card.id).getByRole('link')).toBeFocused();
  await expect(board.notice(`已将${card.talentName}转移到「技术一面」`)).toBeVisible();
  await expectInFeishu(sandbox, card, to);
});

test('a card is carried back to its column with Escape, and nothing was asked of Feishu', async ({
  page,
  sandbox,
  signIn,
}) => {
  const { board, card, stage } = await boardWith(page, sandbox, signIn, '技术笔试');
  const before = await sandbox.calls(TRANSFER);
  await board.card(card.id).getByRole('link').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(page.getByText(`已取消，${card.talentName}留在原阶段。`)).toBeAttached();
  await expect(board.cardIn(stage('技术笔试'), card.id)).toBeVisible();
  expect(await sandbox.calls(TRANSFER)).toBe(before);
});

test('a card is moved by its menu, which M opens, and moved back by undo', async ({
  page,
  sandbox,
  signIn,
}) => {
  const { board, card, stage } = await boardWith(page, sandbox, signIn, '技术一面');
  await board.moveByMenu(card.id, stage('技术二面'));
  await expect(board.cardIn(stage('技术二面'), card.id)).toBeVisible();
  await expectInFeishu(sandbox, card, stage('技术二面'));

  await board.undo();
  await expect(board.notice(`已将${card.talentName}移回「技术一面」`)).toBeVisible();
  await expect(board.cardIn(stage('技术一面'), card.id)).toBeVisible();
  await expectInFeishu(sandbox, card, stage('技术一面'));
  await expectTotals(board, sandbox, [stage('技术一面'), stage('技术二面')]);
});

test('a move that a control rule forbids glides back and says why on the card', async ({
  page,
  sandbox,
  signIn,
  consoleErrors,
}) => {
  consoleErrors.allow(REFUSED);
  const { board, card, stage } = await boardWith(page, sandbox, signIn, '技术笔试');
  await board.moveByMenu(card.id, stage('Offer沟通'));
  const home = board.cardIn(stage('技术笔试'), card.id);
  await expect(home.getByRole('alert')).toContainText('流程管控规则不允许');
  await expect(board.notice(`${card.talentName}没能转移到「Offer沟通」`)).toBeVisible();
  await expectTotals(board, sandbox, [stage('技术笔试'), stage('Offer沟通')]);
  expect((await sandbox.application(card.id)).stageId).toBe(stage('技术笔试').stageId);

  await home.getByRole('button', { name: '知道了' }).click();
  await expect(home.getByRole('alert')).toHaveCount(0);
});

test('nobody waits to join without an approved offer: Feishu says so, in words', async ({
  page,
  sandbox,
  signIn,
  consoleErrors,
}) => {
  consoleErrors.allow(REFUSED);
  const { board, card, stage } = await boardWith(
    page,
    sandbox,
    signIn,
    'HR面',
    ({ application }) => application.offerStatus === null,
  );
  await board.moveByMenu(card.id, stage('待入职'));
  const home = board.cardIn(stage('HR面'), card.id);
  await expect(home.getByRole('alert')).toContainText('需要先有审批通过的 Offer');
  expect((await sandbox.application(card.id)).stageId).toBe(stage('HR面').stageId);
});

test('who was locked by another application meanwhile stays, with the reason', async ({
  page,
  sandbox,
  signIn,
  consoleErrors,
}) => {
  consoleErrors.allow(REFUSED);
  const { board, card, talent, stage } = await boardWith(
    page,
    sandbox,
    signIn,
    '简历初筛',
    ({ application }) => application.lockStatus === 1,
  );
  const elsewhere = (await sandbox.jobs()).find(
    (job) => job.open && job.id !== board.jobId && job.processType === 1,
  );
  const other = await sandbox.act({ act: 'apply', jobId: elsewhere?.id, talentId: talent.id });
  await sandbox.act({ act: 'lock', applicationId: other.id });

  await board.moveByMenu(card.id, stage('用人部门评估'));
  const home = board.cardIn(stage('简历初筛'), card.id);
  await expect(home.getByRole('alert')).toContainText('人选被另一份投递锁定');
  expect((await sandbox.application(card.id)).stageId).toBe(stage('简历初筛').stageId);
});

test('joined is no place to drop on: the menu says that Feishu does it', async ({
  page,
  sandbox,
  signIn,
}) => {
  const { board, card, stage } = await boardWith(page, sandbox, signIn, 'Offer沟通');
  const before = await sandbox.calls(TRANSFER);
  const menu = await board.openMenu(card.id);
  const joined = menu.getByRole('menuitem', { name: /已入职/ });
  await expect(joined).toBeDisabled();
  await expect(joined).toContainText('入职需在飞书中办理');
  await page.keyboard.press('Escape');
  await board.drag(card.id, stage('已入职'));
  await expect(board.cardIn(stage('Offer沟通'), card.id)).toBeVisible();
  expect(await sandbox.calls(TRANSFER)).toBe(before);
});

test('a refusal with any code of Feishu rolls back and says what it means', async ({
  page,
  sandbox,
  signIn,
  consoleErrors,
}) => {
  consoleErrors.allow(REFUSED);
  const { board, card, stage } = await boardWith(page, sandbox, signIn, '技术二面');
  await sandbox.fault({ endpoint: TRANSFER, status: 500, code: 1002212 });
  await board.moveByMenu(card.id, stage('HR面'));
  const home = board.cardIn(stage('技术二面'), card.id);
  await expect(home.getByRole('alert')).toContainText('转移没有成功，人选仍在原阶段');
  expect((await sandbox.application(card.id)).stageId).toBe(stage('技术二面').stageId);

  // The same move once more, and Feishu does it: the reason leaves the card.
  await board.moveByMenu(card.id, stage('HR面'));
  await expectInFeishu(sandbox, card, stage('HR面'));
  await expect(board.card(card.id).getByRole('alert')).toHaveCount(0);
});

test('a connection lost after Feishu moved the card ends with the card moved, once', async ({
  page,
  sandbox,
  signIn,
}) => {
  const { board, card, stage } = await boardWith(page, sandbox, signIn, '技术一面');
  const before = await sandbox.calls(TRANSFER);
  await sandbox.fault({ endpoint: TRANSFER, drop: 'after' });
  await board.moveByMenu(card.id, stage('技术二面'));
  await expect(board.notice(`已将${card.talentName}转移到「技术二面」`)).toBeVisible();
  await expect(board.cardIn(stage('技术二面'), card.id)).toBeVisible();
  await expectInFeishu(sandbox, card, stage('技术二面'));
  expect(await sandbox.calls(TRANSFER)).toBe(before + 1);
});

test('a connection lost before Feishu moved the card puts it back and says so', async ({
  page,
  sandbox,
  signIn,
  consoleErrors,
}) => {
  consoleErrors.allow(REFUSED);
  const { board, card, stage } = await boardWith(page, sandbox, signIn, '技术一面');
  await sandbox.fault({ endpoint: TRANSFER, drop: 'before' });
  await board.moveByMenu(card.id, stage('技术二面'));
  const home = board.cardIn(stage('技术一面'), card.id);
  await expect(home.getByRole('alert')).toContainText('操作没有执行，人选仍在原处');
  expect((await sandbox.application(card.id)).stageId).toBe(stage('技术一面').stageId);
});

test('who was moved in Feishu meanwhile is not moved again, and the screen catches up', async ({
  page,
  sandbox,
  signIn,
  consoleErrors,
}) => {
  consoleErrors.allow(REFUSED);
  // A screen that hears of nothing: else it would show the other move before this one is tried.
  await page.route('/api/stream*', (route) => route.abort());
  consoleErrors.allow(/api\/stream/);
  const { board, card, stage } = await boardWith(page, sandbox, signIn, '简历初筛');
  const [theirs, ours] = [stage('技术一面'), stage('用人部门评估')];
  // Somebody else uses the product in another window.
  const other = await page.context().newPage();
  const second = new Board(other, board.jobId);
  await second.open();
  await second.moveByMenu(card.id, theirs);
  await expectInFeishu(sandbox, card, theirs);
  await other.close();

  await board.moveByMenu(card.id, ours);
  await expect(board.notice('刚刚有人改动了它')).toBeVisible();
  await expect(board.cardIn(ours, card.id)).toHaveCount(0);
  await expectTotals(board, sandbox, [stage('简历初筛'), ours, theirs]);
  expect((await sandbox.application(card.id)).stageId).toBe(theirs.stageId);
});
