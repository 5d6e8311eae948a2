import type { Page } from '@playwright/test';
import { bigBoard, candidate } from './candidates';
import { expect, test } from './fixtures';
import type { Sandbox } from './sandbox';

const CREATE = 'hire.v1.note.create';

async function openApplication(page: Page, sandbox: Sandbox) {
  const { jobId, stage } = await bigBoard(sandbox);
  const at = { jobId, stageId: stage('技术二面').stageId };
  const { application } = await candidate(page, sandbox, at);
  await page.goto(`/applications/${application.id}`);
  return { application, notes: page.getByRole('region', { name: '备注' }) };
}

async function add(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '添加备注' }).fill(text);
  await page.getByRole('button', { name: '添加备注' }).click();
}

test('a note is in Feishu in the name of who wrote it', async ({ page, sandbox, signIn }) => {
  await signIn('recruiter');
  const { application, notes } = await openApplication(page, sandbox);
  const text = `沟通顺畅，期望年底到岗。${Date.now()}`;
  await add(page, text);
  await expect(notes.getByRole('listitem').filter({ hasText: text })).toBeVisible();
  await expect(page.getByRole('textbox', { name: '添加备注' })).toHaveValue('');
  const { openId, name } = await sandbox.person('recruiter');
  await expect(notes.getByRole('listitem').filter({ hasText: text })).toContainText(name);
  const held = await sandbox.notes(application.id);
  expect(held.filter(({ content }) => content === text)).toEqual([
    expect.objectContaining({ creatorId: openId, isPrivate: false }),
  ]);
});

test('a note with markup is text, here and in Feishu', async ({ page, sandbox, signIn }) => {
  await signIn('recruiter');
  const { application, notes } = await openApplication(page, sandbox);
  let alarmed = false;
  page.on('dialog', (dialog) => {
    alarmed = true;
    return dialog.dismiss();
  });
  const text = `<img src=x onerror=alert(1)><b>粗体</b> ${Date.now()}`;
  await add(page, text);
  const note = notes.getByRole('listitem').filter({ hasText: text });
  await expect(note).toBeVisible();
  await expect(note.locator('b, img')).toHaveCount(0);
  expect((await sandbox.notes(application.id)).map(({ content }) => content)).toContain(text);
  await page.reload();
  await expect(notes.getByText(text)).toBeVisible();
  expect(alarmed).toBe(false);
});

test('a note that Feishu refuses stays in the field; sent again it is there once', async ({
  page,
  sandbox,
  signIn,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 422/);
  await signIn('recruiter');
  const { application, notes } = await openApplication(page, sandbox);
  await page.getByRole('button', { name: '添加备注' }).click();
  await expect(notes.getByText('请先填写备注内容。')).toBeVisible();

  const text = `第二次才成功 ${Date.now()}`;
  await sandbox.fault({ endpoint: CREATE, status: 400, code: 1002002 });
  await add(page, text);
  await expect(notes).toContainText('飞书没有接受这条备注，内容还在输入框里');
  await expect(page.getByRole('textbox', { name: '添加备注' })).toHaveValue(text);

  await page.getByRole('textbox', { name: '添加备注' }).fill(`${text}。`);
  await page.getByRole('button', { name: '添加备注' }).click();
  // In the list: a text area's own words would match too.
  await expect(notes.getByRole('listitem').filter({ hasText: `${text}。` })).toBeVisible();
  const held = await sandbox.notes(application.id);
  expect(held.filter(({ content }) => content.startsWith(text))).toHaveLength(1);
});

test('a note whose answer got lost is there once', async ({ page, sandbox, signIn }) => {
  await signIn('recruiter');
  const { application, notes } = await openApplication(page, sandbox);
  const text = `网络断开前写的 ${Date.now()}`;
  await sandbox.fault({ endpoint: CREATE, drop: 'after' });
  await add(page, text);
  await expect(notes.getByRole('listitem').filter({ hasText: text })).toBeVisible();
  const held = await sandbox.notes(application.id);
  expect(held.filter(({ content }) => content === text)).toHaveLength(1);
});
