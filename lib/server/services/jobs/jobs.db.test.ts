import { beforeAll, describe, expect, test } from 'vitest';
import { JobListQuery } from '@/lib/domain/jobs';
import { everything, own } from '@/lib/server/db/scope';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { testServer } from '@/lib/testing/session';
import { getJob } from './get-job';
import { listJobs } from './list-jobs';

const database = testDatabase();
testServer(database);
const now = new Date('2026-11-20T03:00:00Z');
const company = createCompany(now);
const [recruiter, assistant, manager] = [company.person(), company.person(), company.person()];
const sales = company.department({ nameZh: '销售部' });
const tech = company.department({ nameZh: '技术部' });
const process = company.process(['screen', 'interview', 'offer', 'joined']);
const [screen, interview, , joined] = process.stages;
const shanghai = { code: 'CT_125', zh: '上海', en: 'Shanghai' };
const beijing = { code: 'CT_11', zh: '北京', en: 'Beijing' };

const busy = company.job({
  title: '后端工程师',
  code: 'B-2',
  processId: process.id,
  departmentId: tech.id,
  recruiterId: recruiter.openId,
  managers: [manager.openId],
  cities: [shanghai, beijing],
  headCount: 2,
  createdAt: company.ago(40.9),
  minSalary: 30,
  maxSalary: 50,
  minLevel: 'P5',
  maxLevel: 'P7',
  description: '写服务',
});
company.member(busy.id, assistant.openId, 'assistant');
const empty = company.job({
  title: '安卓工程师',
  processId: process.id,
  departmentId: tech.id,
  cities: [beijing],
  createdAt: company.ago(5),
});
const closed = company.job({
  title: '销售经理',
  open: false,
  departmentId: sales.id,
  recruiterId: recruiter.openId,
  headCount: 1,
  createdAt: company.ago(300),
});
const campus = company.job({
  title: 'Intern 10',
  processType: 2,
  departmentId: sales.id,
  headCount: 9,
  createdAt: company.ago(12),
});
for (const days of [1, 2, 9]) {
  company.application(
    { jobId: busy.id, stage: screen },
    { createdAt: company.ago(days), stageEnteredAt: company.ago(days) },
  );
}
company.application({ jobId: busy.id, stage: interview }, { stageEnteredAt: company.ago(2) });
company.application({ jobId: busy.id, stage: joined });
company.application({ jobId: busy.id, stage: interview }, { outcome: 'ended' });
beforeAll(() => company.insert(database.db));

const read = () => ({ db: database.db, now, timeZone: 'Asia/Shanghai' });
const list = (query: Record<string, unknown> = {}, scope = everything()) =>
  listJobs(scope, JobListQuery.parse(query), read());
const titles = async (query: Record<string, unknown>) =>
  (await list(query)).items.map(({ title }) => title);

describe('the list of jobs', () => {
  test('counts active ones by step and hired ones in the last', async () => {
    const row = (await list({ q: 'b-2' })).items[0];
    expect(row).toMatchObject({
      counts: [3, 0, 0, 1, 0, 0, 1],
      active: 4,
      hired: 1,
      headCount: 2,
      ageDays: 40,
      health: { level: 'at_risk', reason: 'stale', stale: 1 },
      department: { id: tech.id, name: { zh: '技术部' } },
      recruiter: { openId: recruiter.openId },
      managers: [{ openId: manager.openId }],
      cities: [
        { zh: '上海', en: 'Shanghai' },
        { zh: '北京', en: 'Beijing' },
      ],
    });
  });

  test('shows a job without applications as one, with zeros', async () => {
    const row = (await list({ q: '安卓' })).items[0];
    expect(row).toMatchObject({
      counts: [0, 0, 0, 0, 0, 0, 0],
      active: 0,
      hired: 0,
      recruiter: null,
      health: { level: 'at_risk', reason: 'no_candidates' },
    });
  });

  test('hides closed jobs unless asked, and says they are closed', async () => {
    expect(await titles({ status: 'closed' })).toEqual(['销售经理']);
    expect((await list({ status: 'closed' })).items[0]?.health.level).toBe('closed');
    expect(await titles({})).not.toContain('销售经理');
    expect(await titles({ status: 'all' })).toHaveLength(4);
  });

  test.each([
    [{ department: tech.id }, ['安卓工程师', '后端工程师']],
    [{ city: 'CT_11,CT_404' }, ['安卓工程师', '后端工程师']],
    [{ city: 'CT_125' }, ['后端工程师']],
    [{ recruiter: recruiter.openId, status: 'all' }, ['后端工程师', '销售经理']],
    [{ manager: manager.openId }, ['后端工程师']],
    [{ type: 'campus' }, ['Intern 10']],
    [{ q: '工程' }, ['安卓工程师', '后端工程师']],
    [{ q: '工程', city: 'CT_125' }, ['后端工程师']],
    [{ department: '' }, ['安卓工程师', 'Intern 10', '后端工程师']],
  ])('filters by %j, newest first', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  test.each([
    ['title', 'asc', ['Intern 10', '安卓工程师', '后端工程师', '销售经理'].sort(collate)],
    ['age', 'desc', ['销售经理', '后端工程师', 'Intern 10', '安卓工程师']],
    ['active', 'desc', ['后端工程师', ...['安卓工程师', '销售经理', 'Intern 10'].sort(collate)]],
    ['headcount', 'asc', ['销售经理', '后端工程师', 'Intern 10', '安卓工程师']],
    ['headcount', 'desc', ['Intern 10', '后端工程师', '销售经理', '安卓工程师']],
    ['health', 'desc', [...['后端工程师', '安卓工程师', 'Intern 10'].sort(collate), '销售经理']],
  ])('sorts by %s %s, unknown last, ties by title', async (sort, direction, expected) => {
    expect(await titles({ sort, direction, status: 'all' })).toEqual(expected);
  });

  test('counts, for each choice, the jobs it would leave under the other filters', async () => {
    const { facets } = await list({ department: tech.id, city: 'CT_125' });
    expect(facets.departments).toEqual([{ id: tech.id, name: expect.anything(), count: 1 }]);
    expect(facets.cities.map(({ id, count }) => [id, count])).toEqual([
      ['CT_11', 2],
      ['CT_125', 1],
    ]);
  });

  test("holds a person's own jobs alone, and tells none match from none are theirs", async () => {
    const scope = own({ jobIds: [busy.id, closed.id], recruiterJobIds: [], assignedIds: [] });
    const found = await list({ q: 'nothing' }, scope);
    expect(found).toMatchObject({ items: [], visible: 2 });
    const nobody = own({ jobIds: [], recruiterJobIds: [], assignedIds: [] });
    expect(await list({}, nobody)).toMatchObject({ items: [], visible: 0 });
  });
});

function collate(a: string, b: string): number {
  return a.localeCompare(b, 'zh-CN');
}

describe('a job', () => {
  const team = (recruiterJobIds: string[]) =>
    own({ jobIds: [busy.id], recruiterJobIds, assignedIds: [] });

  test('has its text, its process in order, its team and who ended', async () => {
    expect(await getJob(everything(), busy.id, read())).toMatchObject({
      title: '后端工程师',
      description: '写服务',
      ended: 1,
      assistants: [{ openId: assistant.openId }],
      level: { min: 'P5', max: 'P7' },
      process: {
        id: process.id,
        stages: process.stages.map(({ id }) => ({ id })),
      },
    });
  });

  test('shows pay to who recruits for it, not to its managers', async () => {
    expect((await getJob(team([busy.id]), busy.id, read())).salary).toEqual({ min: 30, max: 50 });
    expect((await getJob(team([]), busy.id, read())).salary).toBeNull();
  });

  test('is not there outside the scope', async () => {
    const missing = { code: 'NOT_FOUND' };
    await expect(getJob(team([]), empty.id, read())).rejects.toMatchObject(missing);
    await expect(getJob(everything(), '404', read())).rejects.toMatchObject(missing);
  });

  test('without a process or applications is still a job', async () => {
    expect(await getJob(everything(), campus.id, read())).toMatchObject({
      process: null,
      active: 0,
      ended: 0,
      salary: null,
      level: null,
    });
  });
});
