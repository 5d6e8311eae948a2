import type { Page } from '@playwright/test';
import { bigBoard, cardsIn } from './candidates';
import type { ApplicationFact } from './facts';
import { expect, test } from './fixtures';
import type { Persona, Sandbox } from './sandbox';

const JOINED = 7;
const HOUR = 3_600_000;

/** Whom this person interviews and who is still in the process. */
async function interviewees(sandbox: Sandbox): Promise<ApplicationFact[]> {
  const { openId } = await sandbox.person('interviewer');
  const ids = await sandbox.interviewedBy(openId);
  const all = await Promise.all(ids.map((id) => sandbox.application(id)));
  return all.filter(({ active, stage }) => active && stage?.type !== JOINED);
}

type Items = { items: { id: string }[]; nextCursor: string | null };

async function idsFrom(page: Page, path: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor = '';
  do {
    const response = await page.request.get(
      `${path}limit=100&cursor=${encodeURIComponent(cursor)}`,
    );
    expect(response.status(), path).toBe(200);
    const list: Items = await response.json();
    ids.push(...list.items.map(({ id }) => id));
    cursor = list.nextCursor ?? '';
  } while (cursor !== '');
  return ids.sort();
}

/** An application the interviewer has nothing to do with. */
async function stranger(
  page: Page,
  sandbox: Sandbox,
  signIn: (persona: Persona, path?: string) => Promise<void>,
): Promise<ApplicationFact> {
  const { openId } = await sandbox.person('interviewer');
  const mine = new Set(await sandbox.interviewedBy(openId));
  const { jobId, stage } = await bigBoard(sandbox);
  await signIn('recruiter');
  const cards = await cardsIn(page, jobId, stage('简历初筛').stageId);
  const other = cards.find(({ id }) => !mine.has(id));
  await page.context().clearCookies();
  return sandbox.application(other?.id ?? '');
}

test('an interviewer on no team sees exactly the people they interview', async ({
  page,
  sandbox,
  signIn,
}) => {
  const { openId } = await sandbox.person('interviewer');
  const teams = (await sandbox.jobs()).filter((job) =>
    [job.recruiterId, ...job.assistantIds, ...job.managerIds].includes(openId),
  );
  expect(teams).toEqual([]);
  const expected = await interviewees(sandbox);
  const talentIds = [...new Set(expected.map(({ talentId }) => talentId))].sort();
  expect(talentIds.length).toBeGreaterThan(0);

  await signIn('interviewer', '/talents');
  await expect(page.getByText(`${talentIds.length} 人`, { exact: true })).toBeVisible();
  expect(await idsFrom(page, '/api/talents?')).toEqual(talentIds);
  expect(await idsFrom(page, '/api/applications?status=all&')).toEqual(
    expected.map(({ id }) => id).sort(),
  );
  await page.goto(`/applications/${expected[0]?.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    expected[0]?.talentName ?? '',
  );
});

test('nobody else is there for an interviewer, and neither are jobs, pipeline and reports', async ({
  page,
  sandbox,
  signIn,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of (403|404)/);
  const other = await stranger(page, sandbox, signIn);
  await signIn('interviewer', `/applications/${other.id}`);
  await expect(page.getByText('没有找到')).toBeVisible();
  expect((await page.request.get(`/api/applications/${other.id}`)).status()).toBe(404);
  expect((await page.request.get(`/api/talents/${other.talentId}`)).status()).toBe(404);

  const navigation = page.getByRole('navigation', { name: '主导航' });
  await expect(navigation.getByRole('link')).toHaveText(['今日', '人才']);
  for (const path of ['/jobs', `/jobs/${other.jobId}`, '/pipeline', '/reports', '/settings']) {
    await page.goto(path);
    await expect(page.getByText('你没有查看权限')).toBeVisible();
  }
  for (const path of ['/api/jobs', '/api/pipeline', '/api/reports/funnel', '/api/sync']) {
    expect((await page.request.get(path)).status(), path).toBe(403);
  }
});

/** Met yesterday by the interviewer and a colleague; the colleague has said what they think. */
async function interviewedTogether(sandbox: Sandbox, applicationId: string, withMine: boolean) {
  const [me, colleague] = [await sandbox.person('interviewer'), await sandbox.person('admin')];
  const now = Date.now();
  const { id: interviewId } = await sandbox.act({
    act: 'arrange-interview',
    applicationId,
    begin: now - 26 * HOUR,
    end: now - 25 * HOUR,
    interviewerIds: [me.openId, colleague.openId],
    round: 9,
  });
  const interview = (await sandbox.interviews(applicationId)).find(({ id }) => id === interviewId);
  const assess = (openId: string, content: string) =>
    sandbox.act({
      act: 'assess',
      interviewId,
      recordId: interview?.records.find(({ interviewerId }) => interviewerId === openId)?.id,
      conclusion: 2,
      content,
    });
  const verdict = `系统设计偏弱 ${now}`;
  await assess(colleague.openId, verdict);
  if (withMine) await assess(me.openId, '可以继续');
  return { applicationId, verdict, colleague };
}

test("others' feedback is withheld until one's own is in", async ({ page, sandbox, signIn }) => {
  test.setTimeout(240_000);
  const [first, second] = await owesNothing(sandbox);
  const held = await interviewedTogether(sandbox, first ?? '', false);
  const shown = await interviewedTogether(sandbox, second ?? '', true);
  await signIn('interviewer');
  const round = page.getByRole('article').filter({ hasText: held.colleague.name });
  const open = ({ applicationId }: typeof held) =>
    // Who looks has it asked of Feishu again, unless somebody looked within the last minute.
    expect(async () => {
      await page.goto(`/applications/${applicationId}`);
      await expect(round).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 75_000 });

  await open(held);
  await expect(page.getByText('提交你自己的面评后，才能看到其他人的评价。')).toBeVisible();
  await expect(round).not.toContainText(held.verdict);
  const answer = await page.request.get(`/api/applications/${held.applicationId}`);
  expect(await answer.text()).not.toContain(held.verdict);

  await open(shown);
  await expect(round).toContainText(shown.verdict);
});

/** Interviewees on whom the interviewer has said what they think, so far. */
async function owesNothing(sandbox: Sandbox): Promise<string[]> {
  const { openId } = await sandbox.person('interviewer');
  const found: string[] = [];
  for (const { id } of await interviewees(sandbox)) {
    const records = (await sandbox.interviews(id)).flatMap((one) =>
      one.cancelled ? [] : one.records,
    );
    const mine = records.filter(({ interviewerId }) => interviewerId === openId);
    if (mine.every(({ submitted }) => submitted)) found.push(id);
  }
  return found;
}
