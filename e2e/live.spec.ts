import type { Browser } from '@playwright/test';
import { Board } from './board';
import { bigBoard, candidate } from './candidates';
import type { StageFact } from './facts';
import { arriveAs, expect, test } from './fixtures';
import type { Persona, Sandbox } from './sandbox';

/** The number a column's header shows, which is what a move changes by one. */
async function totalOf(board: Board, stage: StageFact): Promise<number> {
  return Number(await board.total(stage).textContent());
}

/** Another person at another machine. */
async function somebodyElse(browser: Browser, sandbox: Sandbox, persona: Persona, path: string) {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await arriveAs(page, sandbox, persona, path);
  return page;
}

test('another person’s move appears on my board', async ({ page, sandbox, signIn, browser }) => {
  await signIn('recruiter');
  const { jobId, stage } = await bigBoard(sandbox);
  const [from, to] = [stage('简历初筛'), stage('用人部门评估')];
  const { application } = await candidate(page, sandbox, { jobId, stageId: from.stageId });
  const mine = new Board(page, jobId);
  await mine.open();
  await expect(page.getByText('实时更新', { exact: true })).toBeVisible();
  await expect(mine.cardIn(from, application.id)).toBeVisible();
  const [left, entered] = [await totalOf(mine, from), await totalOf(mine, to)];

  const theirPage = await somebodyElse(browser, sandbox, 'admin', `/jobs/${jobId}`);
  const theirs = new Board(theirPage, jobId);
  await theirs.open();
  const { name } = await sandbox.person('admin');
  await theirs.moveByMenu(application.id, to);

  // First what passes by.
  await expect(
    mine.notice(`${name}将${application.talentName}转移到「${to.name.zh}」`),
  ).toBeVisible();
  await expect(mine.cardIn(from, application.id)).toHaveCount(0);
  await expect(mine.total(from)).toHaveText(String(left - 1));
  await expect(mine.total(to)).toHaveText(String(entered + 1));
  // Who moved is told of it as their own doing, not once more as somebody's.
  await expect(theirs.notice(new RegExp(`在飞书中|${name}将`))).toHaveCount(0);
  await theirPage.context().close();
});

test('a move made in Feishu appears on the board and in the panel, within a second', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('recruiter');
  const { jobId, stage } = await bigBoard(sandbox);
  const [from, to] = [stage('技术一面'), stage('技术二面')];
  const { application } = await candidate(page, sandbox, { jobId, stageId: from.stageId });
  const board = new Board(page, jobId);
  await page.goto(`/jobs/${jobId}?application=${application.id}`);
  await expect(page.getByText('实时更新', { exact: true })).toBeVisible();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('heading', { name: application.talentName })).toBeVisible();
  const left = await totalOf(board, from);

  await sandbox.act({ act: 'move', applicationId: application.id, stageId: to.stageId });
  const notice = board.notice(`${application.talentName}在飞书中转移到「${to.name.zh}」`);
  await expect(notice).toBeVisible();
  await expect(board.cardIn(from, application.id)).toHaveCount(0);
  await expect(board.total(from)).toHaveText(String(left - 1));
  await expect(panel).toContainText(to.name.zh);
});

test('nothing moves under the pointer: it is said, and shown when the hand is off', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('recruiter');
  const { jobId, stage } = await bigBoard(sandbox);
  const [from, to] = [stage('技术二面'), stage('HR面')];
  const { application } = await candidate(page, sandbox, { jobId, stageId: from.stageId });
  const board = new Board(page, jobId);
  await board.open();
  await expect(page.getByText('实时更新', { exact: true })).toBeVisible();
  await board.card(application.id).hover();

  await sandbox.act({ act: 'move', applicationId: application.id, stageId: to.stageId });
  await expect(board.notice(/在飞书中转移到/)).toBeVisible();
  await expect(board.cardIn(from, application.id)).toBeVisible();
  await page.mouse.move(4, 4);
  await expect(board.cardIn(from, application.id)).toHaveCount(0);
});
