import type { Page } from '@playwright/test';
import { bigBoard, candidate } from './candidates';
import { expect, test } from './fixtures';
import type { Sandbox } from './sandbox';

/** Somebody late in the process: interviewed and scored, with a career and a résumé. */
async function rich(page: Page, sandbox: Sandbox) {
  const { jobId, stage } = await bigBoard(sandbox);
  const at = { jobId, stageId: stage('HR面').stageId };
  return candidate(
    page,
    sandbox,
    at,
    ({ talent, interviews }) =>
      talent.attachmentId !== null &&
      talent.careers.length > 0 &&
      interviews.some(({ records }) => records.some(({ submitted }) => submitted)),
  );
}

/** Darkest and lightest of what is drawn: a blank sheet has one colour. */
function shades(canvas: HTMLCanvasElement): number {
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  const seen = new Set<number>();
  for (let at = 0; at < pixels.length; at += 4) seen.add(pixels[at] ?? 0);
  return seen.size;
}

async function expectResume(page: Page, name: string): Promise<void> {
  const sheet = page.getByRole('img', { name: `${name}的简历，第 1 页` });
  await expect(sheet).toBeVisible();
  await expect.poll(() => sheet.evaluate(shades)).toBeGreaterThan(5);
  await expect(page.getByRole('region', { name: `${name}的简历` })).toContainText(name);
}

test('from a card to the person: the application beside the board, then the whole profile', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('recruiter');
  const { application, talent } = await rich(page, sandbox);
  await page.goto(`/jobs/${application.jobId}`);
  const card = page.locator(`[data-card="${application.id}"]`);
  await card.getByRole('link').click();
  const panel = page.getByRole('dialog', { name: '投递' });
  await expect(panel.getByRole('heading', { name: talent.name })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`application=${application.id}`));
  await expect(card).toBeVisible();

  await panel.getByRole('tab', { name: '简历' }).click();
  await expectResume(page, talent.name);

  await panel.getByRole('link', { name: talent.name }).click();
  await expect(page).toHaveURL(`/talents/${talent.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(talent.name);
});

test('a profile draws the life and the scores, and has both as tables', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('recruiter');
  const { talent } = await rich(page, sandbox);
  await page.goto(`/talents/${talent.id}`);
  const life = page.getByRole('figure', { name: '教育与工作经历' });
  for (const { company } of talent.careers) await expect(life).toContainText(company);
  for (const { school } of talent.educations) await expect(life).toContainText(school);
  const scores = page.getByRole('figure', { name: '面试评分' });
  await expect(scores).toContainText('满分 5');
  await expect(scores.getByRole('application', { name: '面试评分' })).toBeVisible();
  for (const figure of [life, scores]) {
    await figure.getByRole('button', { name: '表格' }).click();
    await expect(figure.getByRole('table')).toBeVisible();
  }
  await expect(page.getByRole('region', { name: '全部投递' }).getByRole('listitem')).toHaveCount(
    talent.applicationIds.length,
  );

  await page.getByRole('link', { name: '简历', exact: true }).click();
  await expectResume(page, talent.name);
});

test('contact is masked until it is asked for, and then is what Feishu has', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('recruiter');
  const { talent } = await rich(page, sandbox);
  await page.goto(`/talents/${talent.id}`);
  const contact = page.getByRole('region', { name: '联系方式' });
  await expect(contact).toContainText(talent.mobile.slice(-4));
  await expect(contact).not.toContainText(talent.mobile);
  expect(await page.content()).not.toContain(talent.mobile);
  await contact.getByRole('button', { name: '显示联系方式' }).click();
  await expect(contact).toContainText(talent.mobile);
  await expect(contact).toContainText(talent.email);
  await expect(contact).toContainText('已记入审计日志');
});

test('a person is found by name, and the address keeps the search', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('recruiter');
  const { talent } = await rich(page, sandbox);
  await page.goto('/talents');
  await page.getByRole('searchbox').fill(talent.name);
  const rows = page.getByRole('table', { name: '人才列表' }).locator('[data-row-link]');
  await expect(rows.filter({ hasText: talent.name }).first()).toBeVisible();
  await expect(page).toHaveURL(/[?&]q=/);
  await expect.poll(async () => [...new Set(await rows.allTextContents())]).toEqual([talent.name]);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue(talent.name);
  await expect(rows.filter({ hasText: talent.name }).first()).toBeVisible();
});
