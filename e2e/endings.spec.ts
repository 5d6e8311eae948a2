import type { Page } from '@playwright/test';
import { Board } from './board';
import { bigBoard, candidate } from './candidates';
import { expect, test } from './fixtures';
import type { Sandbox } from './sandbox';

const TERMINATE = 'hire.v1.application.terminate';

async function someone(page: Page, sandbox: Sandbox, from: string) {
  const { jobId, stage } = await bigBoard(sandbox);
  const found = await candidate(page, sandbox, { jobId, stageId: stage(from).stageId });
  return { ...found.application, jobId, from: stage(from) };
}

/** Answers with the reason that was chosen. */
async function chooseReason(page: Page, by: string): Promise<string> {
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('radio', { name: by }).check();
  const reason = dialog.getByRole('group', { name: '终止原因' }).getByRole('radio').first();
  await reason.check();
  const [name = ''] = await reason.locator('xpath=..').allTextContents();
  return name.trim();
}

test('an application is ended from the board with a reason, and brought back by undo', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('recruiter');
  const who = await someone(page, sandbox, '用人部门评估');
  const board = new Board(page, who.jobId);
  await board.open();
  const menu = await board.openMenu(who.id);
  await menu.getByRole('menuitem', { name: '终止投递…' }).click();

  const dialog = page.getByRole('alertdialog', { name: `终止${who.talentName}的投递` });
  await dialog.getByRole('button', { name: '终止投递' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('请选择终止原因。');
  expect((await sandbox.application(who.id)).active).toBe(true);

  await chooseReason(page, '人选拒绝');
  await dialog.getByRole('textbox', { name: '备注（选填）' }).fill('薪资低于预期');
  await dialog.getByRole('button', { name: '终止投递' }).click();
  await expect(board.notice(`已终止${who.talentName}的投递`)).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(board.card(who.id)).toHaveCount(0);
  const ended = await sandbox.application(who.id);
  expect(ended).toMatchObject({
    active: false,
    terminationType: 22,
    terminationNote: '薪资低于预期',
  });
  expect(ended.terminationReasonIds).toHaveLength(1);
  const { stages } = await sandbox.board(who.jobId);
  const left = stages.find(({ stageId }) => stageId === who.from.stageId)?.active;
  await expect(board.total(who.from)).toHaveText(String(left));

  await board.undo();
  await expect(board.notice(`已恢复${who.talentName}的投递`)).toBeVisible();
  await expect.poll(async () => (await sandbox.application(who.id)).active).toBe(true);
  await expect(board.total(who.from)).toHaveText(String((left ?? 0) + 1));
});

test('an application is ended on its own page, says why, and is recovered there', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('recruiter');
  const who = await someone(page, sandbox, '技术笔试');
  await page.goto(`/applications/${who.id}`);
  await page.getByRole('button', { name: '终止投递' }).click();
  const dialog = page.getByRole('alertdialog');
  const reason = await chooseReason(page, '我们拒绝');
  await dialog.getByRole('button', { name: '终止投递' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已终止');
  await expect(page.getByText(`我们拒绝 · ${reason}`)).toBeVisible();
  await expect(page.getByRole('button', { name: '转移阶段' })).toHaveCount(0);
  expect(await sandbox.application(who.id)).toMatchObject({ active: false, terminationType: 1 });

  await page.getByRole('button', { name: '恢复投递' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('已终止');
  await expect(page.getByRole('button', { name: '转移阶段' })).toBeVisible();
  expect((await sandbox.application(who.id)).active).toBe(true);
});

test('what Feishu refuses to end stays, and what was typed with it', async ({
  page,
  sandbox,
  signIn,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 422/);
  await signIn('recruiter');
  const who = await someone(page, sandbox, '技术一面');
  await page.goto(`/applications/${who.id}`);
  await page.getByRole('button', { name: '终止投递' }).click();
  const dialog = page.getByRole('alertdialog');
  await chooseReason(page, '我们拒绝');
  await dialog.getByRole('textbox', { name: '备注（选填）' }).fill('不合适');
  await sandbox.fault({ endpoint: TERMINATE, status: 500, code: 1002221 });
  await dialog.getByRole('button', { name: '终止投递' }).click();
  await expect(dialog.getByRole('alert')).toContainText('该投递已经终止');
  await expect(dialog.getByRole('textbox', { name: '备注（选填）' })).toHaveValue('不合适');
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(page.getByRole('button', { name: '转移阶段' })).toBeVisible();
  expect((await sandbox.application(who.id)).active).toBe(true);
});

test('an application whose person applied again to the job is not recovered, with the reason', async ({
  page,
  sandbox,
  signIn,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 422/);
  await signIn('recruiter');
  const who = await someone(page, sandbox, '简历初筛');
  await page.goto(`/applications/${who.id}`);
  await page.getByRole('button', { name: '终止投递' }).click();
  await chooseReason(page, '其他');
  await page.getByRole('alertdialog').getByRole('button', { name: '终止投递' }).click();
  await expect(page.getByRole('button', { name: '恢复投递' })).toBeVisible();

  await sandbox.act({ act: 'apply', jobId: who.jobId, talentId: who.talentId });
  await page.getByRole('button', { name: '恢复投递' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    '人选在同一职位已有进行中的投递',
  );
  expect((await sandbox.application(who.id)).active).toBe(false);
});
