import { beforeAll, describe, expect, test } from 'vitest';
import { type ApplicationFilter, ApplicationListQuery } from '@/lib/domain/application-filter';
import { JobListQuery } from '@/lib/domain/jobs';
import { filterParams } from '@/lib/domain/links';
import { NONE_ID } from '@/lib/domain/none';
import { BoardQuery } from '@/lib/domain/pipeline';
import type { ReportQuery } from '@/lib/domain/reports';
import { STEPS } from '@/lib/domain/steps';
import { everything, own, type Scope } from '@/lib/server/db/scope';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { populate } from '@/lib/testing/populate';
import { testServer } from '@/lib/testing/session';
import { listApplications } from './applications/list-applications';
import { listJobs } from './jobs/list-jobs';
import { getBoard } from './pipeline/get-board';
import { getFunnel, getSources, getTimeInStage, getTrend } from './reports/get-report';
import { getToday } from './today/get-today';

const database = testDatabase();
testServer(database);
const now = new Date('2026-11-20T03:00:00Z');
const company = createCompany(now);
const { jobs, staff, sources, departments } = populate(company, {
  jobs: 12,
  applications: 700,
  seed: 7,
});
// One job has an application in a stage its process does not name, and one without a stage.
const stray = company.process(['interview']).stages[0];
const crooked = jobs[0];
if (!stray || !crooked) throw new Error('The company has no jobs');
company.application({ jobId: crooked.id, stage: stray });
company.application({ jobId: crooked.id });
const viewer = staff[0]?.openId ?? '';

const read = () => ({ db: database.db, now, timeZone: 'Asia/Shanghai' });
const SCOPES: [string, Scope][] = [
  ['everything', everything()],
  [
    'a team of three jobs and two applications elsewhere',
    own({
      jobIds: jobs.slice(0, 3).map(({ id }) => id),
      recruiterJobIds: [],
      assignedIds: company.rows.applications
        .filter(({ jobId }) => jobId === jobs[5]?.id)
        .slice(0, 2)
        .map(({ id }) => id),
    }),
  ],
];

beforeAll(() => company.insert(database.db));

/** How many the list has, asked through the URL and counted on its pages. */
async function listed(scope: Scope, filter: ApplicationFilter): Promise<number> {
  let cursor: string | null = null;
  let rows = 0;
  do {
    const params: Record<string, string> = Object.fromEntries(filterParams(filter));
    const query = ApplicationListQuery.parse({
      ...params,
      limit: 200,
      cursor: cursor ?? undefined,
    });
    const page = await listApplications(scope, query, read());
    rows += page.items.length;
    cursor = page.nextCursor;
    if (cursor === null) expect(page.total).toBe(rows);
  } while (cursor !== null);
  return rows;
}

describe.each(SCOPES)('one question gives one number, within %s', (_name, scope) => {
  test('in the job list, on the boards and in the lists they open', async () => {
    const list = await listJobs(scope, JobListQuery.parse({ status: 'all' }), read());
    expect(list.items.length).toBeGreaterThan(2);
    for (const job of list.items) {
      for (const [index, step] of STEPS.entries()) {
        const status = step === 'joined' ? 'hired' : 'active';
        expect(await listed(scope, { job: [job.id], step: [step], status })).toBe(
          job.counts[index],
        );
      }
      expect(await listed(scope, { job: [job.id] })).toBe(job.active);
      expect(await listed(scope, { job: [job.id], stale: true })).toBe(job.health.stale);

      const board = await getBoard(scope, BoardQuery.parse({ job: job.id }), read());
      expect(board.total).toBe(job.active + job.hired);
      expect(board.unfiltered).toBe(board.total);
      for (const column of board.columns) {
        const status = column.step === 'joined' ? 'hired' : 'active';
        const filter: ApplicationFilter = { job: [job.id], stage: [column.key], status };
        expect(await listed(scope, filter)).toBe(column.total);
      }
    }
  });

  test('on the board across jobs, under filters too', async () => {
    const filters: Partial<BoardQuery>[] = [
      {},
      { q: '王' },
      { stale: true },
      { turn: 'interviewer' },
      { source: [sources[1]?.id ?? ''], type: 'social' },
      { department: [departments[0]?.id ?? '', departments[1]?.id ?? ''] },
      { jobs: [jobs[0]?.id ?? '', jobs[2]?.id ?? ''] },
      { recruiter: [staff[0]?.openId ?? '', staff[1]?.openId ?? ''] },
      { from: '2026-09-01', to: '2026-10-31' },
    ];
    const whole = await getBoard(scope, BoardQuery.parse({}), read());
    for (const filter of filters) {
      const board = await getBoard(scope, BoardQuery.parse(filter), read());
      for (const column of board.columns) {
        const {
          job: _job,
          jobs: job,
          column: _column,
          cursor: _cursor,
          cards: _cards,
          ...rest
        } = BoardQuery.parse(filter);
        expect(await listed(scope, { ...rest, job, step: [column.step] })).toBe(column.total);
      }
      if (Object.keys(filter).length > 0) expect(board.total).toBeLessThan(whole.total);
    }
  });

  test("in today's figures and groups", async () => {
    const today = await getToday(scope, viewer, read());
    for (const figure of today.figures) {
      expect([figure.key, await listed(scope, figure.filter)]).toEqual([figure.key, figure.value]);
    }
    const stuck = today.figures.find(({ key }) => key === 'stuck')?.value;
    expect(stuck).toBeGreaterThan(10);
    expect(today.stuck.reduce((total, group) => total + group.count, 0)).toBe(stuck);
    for (const group of today.stuck) expect(await listed(scope, group.filter)).toBe(group.count);
  });

  test('in the funnel, its segments, time in stage and sources', async () => {
    const queries: ReportQuery[] = [
      {},
      { from: '2026-06-01', to: '2026-09-30' },
      { job: [jobs[1]?.id ?? ''] },
    ];
    for (const query of queries) {
      const funnel = await getFunnel(scope, query, read());
      const whole: ApplicationFilter = { ...query, status: 'all' };
      expect(await listed(scope, { ...whole, reached: 'screen' })).toBe(funnel.cohort);
      for (const { step, reached, passed, inProgress, dropped } of funnel.steps) {
        const at: ApplicationFilter = { ...whole, reached: step };
        expect(passed + inProgress + dropped).toBe(reached);
        expect(await listed(scope, at)).toBe(reached);
        expect(await listed(scope, { ...at, outcome: 'passed' })).toBe(passed);
        expect(await listed(scope, { ...at, outcome: 'in_progress' })).toBe(inProgress);
        expect(await listed(scope, { ...at, outcome: 'dropped' })).toBe(dropped);
      }

      const stay = await getTimeInStage(scope, query, read());
      expect(stay.cohort).toBe(funnel.cohort);
      for (const row of stay.rows) {
        const place: ApplicationFilter = query.job ? { stage: [row.key] } : { step: [row.step] };
        const active: ApplicationFilter = {
          ...query,
          ...place,
          status: 'active',
          reached: 'screen',
        };
        expect(await listed(scope, active)).toBe(row.waiting);
        expect(await listed(scope, { ...active, stale: true })).toBe(row.stale);
      }

      const bySource = await getSources(scope, query, read());
      expect(bySource.cohort).toBe(funnel.cohort);
      for (const row of bySource.rows) {
        const source = [row.id ?? NONE_ID];
        expect(await listed(scope, { ...whole, source })).toBe(row.applied);
        expect(await listed(scope, { ...query, source, status: 'hired' })).toBe(row.hired);
        expect(await listed(scope, { ...query, source, status: 'active' })).toBe(row.active);
      }
    }
  });

  test('in each week of the trend', async () => {
    const { weeks } = await getTrend(scope, { from: '2026-10-14', to: '2026-11-20' }, read());
    expect(weeks.map(({ start }) => start)).toEqual([
      '2026-10-12',
      '2026-10-19',
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
    ]);
    // Within one's own jobs nobody need have joined.
    if (scope.kind === 'everything') expect(weeks.some(({ hired }) => hired > 0)).toBe(true);
    for (const { start, created, hired } of weeks) {
      const end = new Date(Date.parse(start) + 6 * 86_400_000).toISOString().slice(0, 10);
      expect(await listed(scope, { from: start, to: end, status: 'all' })).toBe(created);
      const joined = { hiredFrom: start, hiredTo: end, status: 'all', reached: 'screen' } as const;
      expect(await listed(scope, joined)).toBe(hired);
    }
  });
});

describe('a filter', () => {
  test('changes every number it is about', async () => {
    const all = everything();
    const query: ReportQuery = { department: [departments[2]?.id ?? ''] };
    const numbers = async (query: ReportQuery) => {
      const board = await getBoard(all, BoardQuery.parse({ department: query.department }), read());
      const list = await listJobs(
        all,
        JobListQuery.parse({ department: query.department }),
        read(),
      );
      const funnel = await getFunnel(all, query, read());
      const stay = await getTimeInStage(all, query, read());
      const bySource = await getSources(all, query, read());
      const { weeks } = await getTrend(all, query, read());
      return {
        board: board.total,
        jobs: list.items.length,
        listed: await listed(all, { ...query, status: 'all' }),
        cohort: funnel.cohort,
        ...Object.fromEntries(funnel.steps.map((step) => [`reached ${step.step}`, step.reached])),
        stays: stay.rows.reduce((total, row) => total + row.completed, 0),
        sources: bySource.rows.reduce((total, row) => total + row.applied, 0),
        created: weeks.reduce((total, week) => total + week.created, 0),
      };
    };
    const [without, within] = [await numbers({}), await numbers(query)];
    for (const [name, value] of Object.entries(within)) {
      expect([name, value > 0]).toEqual([name, true]);
      expect([name, value]).not.toEqual([name, without[name as keyof typeof without]]);
    }
  });
});

describe('the numbers of two scopes', () => {
  test('without their overlap add up to those of both', async () => {
    const ids = jobs.map(({ id }) => id);
    const team = (jobIds: string[]) => own({ jobIds, recruiterJobIds: [], assignedIds: [] });
    const [a, b] = [ids.slice(0, 6), ids.slice(4, 10)];
    const count = async (jobIds: string[]) => {
      const scope = team(jobIds);
      const today = await getToday(scope, viewer, read());
      const funnel = await getFunnel(scope, {}, read());
      const board = await getBoard(scope, BoardQuery.parse({}), read());
      return [
        ...today.figures.map(({ value }) => value),
        ...funnel.steps.flatMap(({ passed, inProgress, dropped }) => [passed, inProgress, dropped]),
        ...board.columns.map(({ total }) => total),
      ];
    };
    const [ofA, ofB, overlap, ofBoth] = [
      await count(a),
      await count(b),
      await count(a.filter((id) => b.includes(id))),
      await count([...new Set([...a, ...b])]),
    ];
    expect(ofA.map((value, n) => value + (ofB[n] ?? 0) - (overlap[n] ?? 0))).toEqual(ofBoth);
  });
});
