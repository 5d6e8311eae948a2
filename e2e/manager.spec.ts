import type { Page } from '@playwright/test';
import { Board } from './board';
import { bigBoard, candidate } from './candidates';
import type { JobFact } from './facts';
import { expect, test } from './fixtures';
import type { Sandbox } from './sandbox';

const NOT_FOUND = /status of 404/;
/** `stage.type` of the stage before joining. */
const TO_JOIN = 6;

async function jobsOf(sandbox: Sandbox): Promise<JobFact[]> {
  const { openId } = await sandbox.person('manager');
  return (await sandbox.jobs()).filter((job) => job.managerIds.includes(openId));
}

type Row = { id: string; job: { id: string } };

/** Every application the signed-in person is given, page by page. */
async function applicationsGiven(page: Page, query = 'status=all'): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const more: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const response = await page.request.get(`/api/applications?${query}&limit=200${more}`);
    expect(response.status()).toBe(200);
    const list: { items: Row[]; nextCursor: string | null } = await response.json();
    rows.push(...list.items);
    cursor = list.nextCursor;
  } while (cursor !== null);
  return rows;
}

test('a hiring manager sees their jobs, all of them and no other', async ({
  page,
  sandbox,
  signIn,
}) => {
  const jobs = await jobsOf(sandbox);
  await signIn('manager', '/jobs?status=all');
  const rows = page.getByRole('table', { name: '职位列表' }).locator('[data-row-link]');
  await expect(rows).toHaveCount(jobs.length);
  expect((await rows.allTextContents()).sort()).toEqual(jobs.map(({ title }) => title).sort());

  const boards = await Promise.all(jobs.map(({ id }) => sandbox.board(id)));
  const given = await applicationsGiven(page);
  expect(given.length).toBe(boards.reduce((sum, { active, ended }) => sum + active + ended, 0));
  expect([...new Set(given.map(({ job }) => job.id))].sort()).toEqual(
    jobs.map(({ id }) => id).sort(),
  );
});

test("another job's application is not there for a hiring manager, by page or by API", async ({
  page,
  context,
  sandbox,
  signIn,
  consoleErrors,
}) => {
  consoleErrors.allow(NOT_FOUND);
  const { jobId } = await bigBoard(sandbox);
  const mine = (await jobsOf(sandbox)).map(({ id }) => id);
  expect(mine).not.toContain(jobId);
  await signIn('recruiter');
  const [theirs] = await applicationsGiven(page, `job=${jobId}`);
  const { talentId } = await sandbox.application(theirs?.id ?? '');
  const { attachmentId } = await sandbox.talent(talentId);
  await context.clearCookies();

  await signIn('manager', `/applications/${theirs?.id}`);
  await expect(page.getByText('没有找到')).toBeVisible();
  await expect(page.getByRole('button', { name: '转移阶段' })).toHaveCount(0);
  for (const path of [
    `/api/applications/${theirs?.id}`,
    `/api/jobs/${jobId}`,
    `/api/pipeline?job=${jobId}`,
    ...(attachmentId === null ? [] : [`/api/attachments/${attachmentId}`]),
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
  await page.goto(`/jobs/${jobId}`);
  await expect(page.getByText('没有找到')).toBeVisible();
  await page.goto(`/talents/${talentId}`);
  await expect(page.getByText('没有找到')).toBeVisible();
});

test('a hiring manager moves and ends nobody: no handle for it, and a refusal behind it', async ({
  page,
  sandbox,
  signIn,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 403/);
  const [job] = await jobsOf(sandbox);
  const jobId = job?.id ?? '';
  await signIn('manager', `/jobs/${jobId}`);
  const board = new Board(page, jobId);
  await expect(page.locator('[data-card]').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /的操作$/ })).toHaveCount(0);
  const id = (await page.locator('[data-card]').first().getAttribute('data-card')) ?? '';
  await board.card(id).getByRole('link').focus();
  await page.keyboard.press('m');
  await page.keyboard.press('Space');
  await expect(page.getByRole('menu')).toHaveCount(0);

  const { stageId } = await sandbox.application(id);
  const { stages } = await sandbox.board(jobId);
  const status = await page.evaluate(
    async ([applicationId, expectedStageId, toStageId]) => {
      const response = await fetch(`/api/applications/${applicationId}/stage`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ expectedStageId, toStageId, requestId: crypto.randomUUID() }),
      });
      return response.status;
    },
    [id, stageId, stages.find((stage) => stage.stageId !== stageId)?.stageId],
  );
  expect(status).toBe(403);
  expect((await sandbox.application(id)).stageId).toBe(stageId);
});

test('salary is withheld from a hiring manager, on the screen and in the answer behind it', async ({
  page,
  context,
  sandbox,
  signIn,
}) => {
  const [job] = await jobsOf(sandbox);
  const jobId = job?.id ?? '';
  const { stages } = await sandbox.board(jobId);
  const stageId = stages.find(({ type }) => type === TO_JOIN)?.stageId ?? '';
  await signIn('admin');
  const { application } = await candidate(
    page,
    sandbox,
    { jobId, stageId },
    ({ application: one }) => one.offerStatus !== null,
  );
  const answer = async () => {
    const response = await page.request.get(`/api/applications/${application.id}`);
    const { offer }: { offer: { salary: unknown; salaryHidden: boolean } } = await response.json();
    return offer;
  };
  const offer = page.getByRole('region', { name: 'Offer 与入职' });
  await page.goto(`/applications/${application.id}`);
  await expect(offer).toContainText('/ 月');
  expect(await answer()).toMatchObject({ salary: { basic: expect.anything() } });

  await context.clearCookies();
  await signIn('manager', `/applications/${application.id}`);
  await expect(offer).toContainText('仅职位招聘官可见');
  await expect(offer).not.toContainText('/ 月');
  expect(await answer()).toMatchObject({ salary: null, salaryHidden: true });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test('a hiring manager reads what waits for them, a board and an application', async ({
    page,
    sandbox,
    signIn,
  }) => {
    const [job] = await jobsOf(sandbox);
    await signIn('manager');
    await expect(page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible();
    const bar = page.getByRole('navigation', { name: '主导航' });
    await bar.getByRole('link', { name: '职位' }).tap();
    await page
      .getByRole('link', { name: job?.title ?? '' })
      .first()
      .tap();
    const first = page.locator('[data-card]').first();
    const name = await first.getAttribute('aria-label');
    await first.tap();
    const panel = page.getByRole('dialog', { name: '投递' });
    await expect(panel.getByRole('heading', { name: name ?? '' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await panel.getByRole('button', { name: '关闭' }).tap();
    await expect(panel).toBeHidden();
    await expect(page.getByRole('region', { name: '招聘看板' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await bar.getByRole('link', { name: '今日' }).tap();
    await expectNoSidewaysScroll(page);
  });
});

/** The page itself; a board scrolls inside its own frame. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, page.url()).toBeLessThanOrEqual(0);
}
