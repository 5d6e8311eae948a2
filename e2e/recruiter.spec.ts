import { Board } from './board';
import { bigBoard } from './candidates';
import type { BoardFact } from './facts';
import { expect, signIn, test } from './fixtures';

test('a recruiter signs in with Feishu and comes back to where they were going', async ({
  page,
  sandbox,
}) => {
  await page.goto('/jobs?type=campus');
  await expect(page.getByRole('heading', { name: '看清每个人选走到哪一步' })).toBeVisible();
  await signIn(page, sandbox, 'recruiter', '/jobs?type=campus');
  await expect(page).toHaveURL('/jobs?type=campus');
  await expect(page.getByRole('heading', { name: '职位', level: 1 })).toBeVisible();
  const { name } = await sandbox.person('recruiter');
  await expect(page.getByRole('button', { name: `${name} 招聘官` })).toBeVisible();
});

test('who signs out is out, and their old cookie opens nothing', async ({ page, sandbox }) => {
  await signIn(page, sandbox, 'recruiter');
  const held = await page.context().cookies();
  await page.getByRole('button', { name: /招聘官$/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.context().addCookies(held);
  expect((await page.request.get('/api/jobs')).status()).toBe(401);
});

test('a recruiter narrows the jobs; the address keeps it through a reload', async ({
  page,
  sandbox,
  signIn,
}) => {
  const { openId } = await sandbox.person('recruiter');
  const mine = (await sandbox.jobs()).filter(
    (job) => job.recruiterId === openId || job.assistantIds.includes(openId),
  );
  const open = mine.filter((job) => job.open);
  const wanted = open.filter((job) => job.processType === 1);
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.length).toBeLessThan(mine.length);

  await signIn('recruiter', '/jobs');
  const links = page.getByRole('table', { name: '职位列表' }).getByRole('link');
  const titles = (jobs: { title: string }[]) => jobs.map(({ title }) => title).sort();
  const shown = async () => (await links.filter({ hasText: /\S/ }).allTextContents()).sort();
  const rows = page.getByRole('table', { name: '职位列表' }).locator('[data-row-link]');
  await expect(rows).toHaveCount(open.length);

  await page.getByRole('radio', { name: '社招' }).check();
  await expect(page).toHaveURL(/[?&]type=social\b/);
  await expect(rows).toHaveCount(wanted.length);
  expect((await rows.allTextContents()).sort()).toEqual(titles(wanted));

  const word = wanted[0]?.title ?? '';
  await page.getByRole('searchbox', { name: '搜索职位' }).fill(word);
  const found = wanted.filter(({ title }) => title.includes(word));
  await expect(rows).toHaveCount(found.length);
  await expect(page).toHaveURL(/[?&]q=/);

  await page.reload();
  await expect(page.getByRole('radio', { name: '社招' })).toBeChecked();
  await expect(page.getByRole('searchbox', { name: '搜索职位' })).toHaveValue(word);
  await expect(rows).toHaveCount(found.length);

  await page.goBack();
  await expect(rows).toHaveCount(wanted.length);
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(rows).toHaveCount(open.length);
  expect(await shown()).not.toEqual([]);
});

test('the board of 300 shows the totals that Feishu has, column by column', async ({
  page,
  sandbox,
  signIn,
}) => {
  const { jobId, fact } = await bigBoard(sandbox);
  await signIn('recruiter', `/jobs/${jobId}`);
  const board = new Board(page, jobId);
  for (const stage of fact.stages) {
    await expect(board.total(stage)).toHaveText(String(stage.active));
  }
  expect(sum(fact)).toBeGreaterThanOrEqual(300);
});

const sum = ({ stages }: BoardFact) => stages.reduce((all, { active }) => all + active, 0);

test('every column header opens the list of exactly as many', async ({ page, sandbox, signIn }) => {
  const { jobId, fact } = await bigBoard(sandbox);
  await signIn('recruiter', `/jobs/${jobId}`);
  const board = new Board(page, jobId);
  for (const stage of fact.stages) {
    await board.total(stage).click();
    const table = page.getByRole('table', { name: '投递列表' });
    // One row more than records: the head.
    await expect(table).toHaveAttribute('aria-rowcount', String(stage.active + 1));
    await expect(page.getByText(`${stage.active} 份投递`, { exact: true })).toBeVisible();
    await page.goBack();
    await expect(board.total(stage)).toHaveText(String(stage.active));
  }
});

test('a column loads its further cards as it is scrolled, down to the last', async ({
  page,
  sandbox,
  signIn,
}) => {
  const { jobId, stage } = await bigBoard(sandbox);
  await signIn('recruiter', `/jobs/${jobId}`);
  const first = stage('简历初筛');
  expect(first.active).toBeGreaterThan(50);
  const column = new Board(page, jobId).column(first);
  const last = column.locator(`li[aria-posinset="${first.active}"]`);
  await expect(last).toHaveCount(0);
  await column.hover();
  await expect(async () => {
    await page.mouse.wheel(0, 4000);
    await expect(last).toBeVisible({ timeout: 300 });
  }).toPass();
  // Not all were drawn, yet each can be reached.
  expect(await column.getByRole('listitem').count()).toBeLessThan(50);
});
