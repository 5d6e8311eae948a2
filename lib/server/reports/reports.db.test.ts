import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportQuery } from '@/lib/domain/reports';
import { quantile } from '@/lib/domain/statistics';
import { STEP_SLA_DAYS } from '@/lib/domain/steps';
import { everything } from '@/lib/server/db/scope';
import { testDatabase } from '@/lib/testing/database';
import { createCompany, DAY, type StageRow, type VisitSpec } from '@/lib/testing/factories';
import { populate } from '@/lib/testing/populate';
import { readFunnel } from './funnel';
import { readSources } from './sources';
import { readTimeInStage } from './time-in-stage';
import { readTrend } from './trend';

const database = testDatabase();
const now = new Date('2026-11-20T03:00:00Z');
const company = createCompany(now);
const read = () => ({ db: database.db, now, timeZone: 'Asia/Shanghai' });
const funnel = (query: ReportQuery) => readFunnel(everything(), query, read());

/** A job of its own with one stage a step. */
function makeJob() {
  const process = company.process();
  const job = company.job({ processId: process.id });
  const [screen, evaluation, test, interview, offer, toJoin, joined] = process.stages;
  if (!screen || !evaluation || !test || !interview || !offer || !toJoin || !joined) {
    throw new Error('A default process has seven stages');
  }
  return {
    job,
    query: { job: [job.id] },
    screen,
    evaluation,
    test,
    interview,
    offer,
    toJoin,
    joined,
  };
}
/** Stages with the days spent in each, from so many days ago on; `null` days: still there. */
function stays(start: number, ...told: [StageRow, number | null, 'slip'?][]): VisitSpec[] {
  let at = start;
  return told.map(([stage, days, slip]) => {
    const enteredAt = company.ago(at);
    at -= days ?? 0;
    const exitedAt = days === null ? null : company.ago(at);
    return { stage, enteredAt, exitedAt, accidental: slip === 'slip' };
  });
}

populate(company, { jobs: 10, applications: 520, seed: 3 });
beforeAll(() => company.insert(database.db));

describe('time in stage', () => {
  const own = makeJob();
  const { job, screen, evaluation, interview, joined } = own;
  const ended = { outcome: 'ended' as const };
  for (const days of [1, 2, 3, 10]) {
    company.application(
      { jobId: job.id, stage: interview },
      {
        createdAt: company.ago(40),
        stageEnteredAt: company.ago(40 - days),
        visits: stays(40, [screen, days], [interview, null]),
      },
    );
  }
  // Dropped in screening after 4 days: completed, as far as its last change tells.
  company.application(
    { jobId: job.id, stage: screen },
    {
      ...ended,
      createdAt: company.ago(30),
      endedAt: company.ago(26),
      endedPrecision: 'latest',
      visits: stays(30, [screen, null]),
    },
  );
  // Back in screening after a slip of the hand; each stay counts for itself, the slip nowhere.
  company.application(
    { jobId: job.id, stage: screen },
    {
      createdAt: company.ago(20),
      stageEnteredAt: company.ago(15),
      visits: stays(20, [screen, 5], [evaluation, 0.001, 'slip'], [screen, null]),
    },
  );
  company.application(
    { jobId: job.id, stage: joined },
    { createdAt: company.ago(90), visits: stays(90, [screen, 6], [joined, null]) },
  );
  // Its times make no sense: in nobody's quantile.
  company.application(
    { jobId: job.id, stage: interview },
    { ...ended, endedAt: now, visits: stays(10, [screen, -3], [interview, 2]) },
  );
  company.unread({ jobId: job.id, stage: screen });

  const rows = async () => {
    const { rows } = await readTimeInStage(everything(), own.query, read());
    return new Map(rows.map((row) => [row.key, row]));
  };

  test('takes its quantiles from completed visits, whatever became of them', async () => {
    const days = [1, 2, 3, 10, 4, 5, 6];
    expect((await rows()).get(screen.id)).toMatchObject({
      completed: 7,
      estimated: 1,
      median: expect.closeTo(quantile(days, 0.5) ?? 0, 6),
      p75: expect.closeTo(quantile(days, 0.75) ?? 0, 6),
      p90: expect.closeTo(quantile(days, 0.9) ?? 0, 6),
    });
  });

  test('counts who waits apart, from the day they came in', async () => {
    const at = await rows();
    expect(at.get(screen.id)).toMatchObject({
      waiting: 1,
      waitingMedian: expect.closeTo(15, 6),
      stale: 1,
      slaDays: STEP_SLA_DAYS.screen,
    });
    expect(at.get(interview.id)).toMatchObject({
      waiting: 4,
      waitingMedian: expect.closeTo(37.5, 6),
      stale: 4,
      completed: 1,
    });
  });

  test('leaves a slip of the hand out, but says so', async () => {
    expect((await rows()).get(evaluation.id)).toMatchObject({
      completed: 0,
      median: null,
      accidental: 1,
    });
  });

  test('has nobody waiting or finished among the joined', async () => {
    expect((await rows()).get(joined.id)).toMatchObject({
      completed: 0,
      median: null,
      waiting: 0,
      waitingMedian: null,
      stale: 0,
    });
  });

  test('is by stage within one job, in its order, and by step across jobs', async () => {
    expect([...(await rows()).keys()]).toEqual(
      [own.screen, own.evaluation, own.test, own.interview, own.offer, own.toJoin, own.joined].map(
        ({ id }) => id,
      ),
    );
    const across = await readTimeInStage(everything(), {}, read());
    expect(across.rows.map(({ key, name }) => [key, name])).toEqual(
      ['screen', 'evaluation', 'test', 'interview', 'offer', 'to_join', 'joined'].map((step) => [
        step,
        null,
      ]),
    );
  });
});

describe('the funnel', () => {
  const own = makeJob();
  const { job, screen, evaluation, test: exam, interview, joined } = own;
  const add = (stage: StageRow, visits: VisitSpec[], outcome?: 'ended') =>
    company.application(
      { jobId: job.id, stage },
      { createdAt: company.ago(100), visits, ...(outcome ? { outcome } : {}) },
    );
  for (let n = 0; n < 6; n++) add(screen, stays(100, [screen, null]), 'ended');
  for (let n = 0; n < 3; n++) add(interview, stays(100, [screen, 10], [interview, null]), 'ended');
  add(joined, stays(100, [screen, 2], [evaluation, 3], [exam, 4], [interview, 5], [joined, null]));
  // Was as far as the interview, is back in evaluation.
  add(evaluation, stays(100, [screen, 1], [interview, 1], [evaluation, null]));
  // Once moved to the interview by a slip: never reached it.
  add(screen, stays(100, [screen, 1], [interview, 0.001, 'slip'], [screen, null]));

  const steps = async () =>
    Object.fromEntries((await funnel(own.query)).steps.map((step) => [step.step, step]));

  test('counts as reached what was passed over, and says how many were', async () => {
    const at = await steps();
    expect(at.screen).toMatchObject({ reached: 12, passed: 5, inProgress: 1, dropped: 6 });
    expect(at.evaluation).toMatchObject({ reached: 5, passed: 5, skipped: 3 });
    expect(at.test).toMatchObject({ reached: 5, passed: 5, skipped: 4 });
    expect(at.interview).toMatchObject({
      reached: 5,
      passed: 1,
      inProgress: 1,
      dropped: 3,
      skipped: 0,
    });
    expect(at.to_join).toMatchObject({ reached: 1, passed: 1, skipped: 1 });
  });

  test('rates the decided and all, and hides a share of under five', async () => {
    const at = await steps();
    expect(at.screen?.resolved).toMatchObject({ numerator: 5, denominator: 11, value: 5 / 11 });
    expect(at.screen?.all).toMatchObject({ numerator: 5, denominator: 12 });
    expect(at.interview?.resolved).toMatchObject({ numerator: 1, denominator: 4, value: null });
    expect(at.interview?.all).toMatchObject({ denominator: 5, value: 0.2 });
  });

  test('has the median of completed visits at each step, slips left out', async () => {
    const at = await steps();
    expect(at.evaluation?.medianDays).toBeCloseTo(3, 6);
    expect(at.joined?.medianDays).toBeNull();
  });

  test('converts hired by cohort', async () => {
    expect(await funnel(own.query)).toMatchObject({
      cohort: 12,
      hired: 1,
      overall: { numerator: 1, denominator: 12 },
    });
  });

  test('of a period nobody applied in is empty, not young', async () => {
    const empty = await funnel({ ...own.query, from: '2020-01-01', to: '2020-01-31' });
    expect(empty).toMatchObject({ cohort: 0, hired: 0, maturity: { immature: false } });
    expect(empty.steps.every(({ reached, skipped }) => reached === 0 && skipped === 0)).toBe(true);
  });
});

describe('maturity of a cohort', () => {
  const own = makeJob();
  // Nine in ten take up to ten days to an outcome.
  for (let n = 1; n <= 11; n++) {
    const createdAt = new Date(Date.parse('2026-10-01T04:00:00Z') + n * 60_000);
    company.application(
      { jobId: own.job.id, stage: own.screen },
      {
        createdAt,
        outcome: 'ended',
        endedAt: new Date(createdAt.getTime() + (n - 1) * 1.1111111 * DAY),
      },
    );
  }

  test('is given once its period is over for longer than that, in tenant days', async () => {
    const old = await funnel({ ...own.query, to: '2026-11-01' });
    expect(old.maturity).toMatchObject({ immature: false, p90Days: expect.closeTo(10, 4) });
    // 10 November ends at 16:00 UTC: 9 days and 11 hours before now.
    const young = await funnel({ ...own.query, to: '2026-11-10' });
    expect(young.maturity).toMatchObject({ immature: true, reason: 'too_recent' });
    const edge = await funnel({ ...own.query, to: '2026-11-09' });
    expect(edge.maturity.immature).toBe(false);
  });

  test('is not given to a period without an end', async () => {
    expect((await funnel(own.query)).maturity.reason).toBe('too_recent');
  });

  test('measures time to an outcome over all periods', async () => {
    const none = await funnel({ ...own.query, from: '2026-11-12', to: '2026-11-13' });
    expect(none.maturity.p90Days).toBeCloseTo(10, 4);
  });
});

describe('sources', () => {
  const own = makeJob();
  const referral = company.source({ nameZh: '内推', nameEn: '' });
  const add = (stage: StageRow, sourceId: string | null) =>
    company.application({ jobId: own.job.id, stage }, { sourceId });
  for (let n = 0; n < 5; n++) add(own.screen, referral.id);
  add(own.joined, referral.id);
  add(own.joined, null);
  add(own.joined, '999');

  test('yield hired of applied, the largest first, unknown and unnamed ones shown', async () => {
    const { rows, cohort } = await readSources(everything(), own.query, read());
    expect(cohort).toBe(8);
    expect(rows).toMatchObject([
      {
        id: referral.id,
        name: { zh: '内推', en: '内推' },
        applied: 6,
        active: 5,
        hired: 1,
        yield: { value: 1 / 6, numerator: 1, denominator: 6 },
      },
      { id: '999', name: null, applied: 1, hired: 1, yield: { value: null } },
      { id: null, name: null, applied: 1, hired: 1 },
    ]);
  });
});

describe('the trend', () => {
  const own = makeJob();
  const add = (createdAt: string, hiredAt?: string) =>
    company.application(
      { jobId: own.job.id, stage: hiredAt ? own.joined : own.screen },
      { createdAt: new Date(createdAt), hiredAt: hiredAt ? new Date(hiredAt) : null },
    );
  add('2026-11-01T15:59:59.999Z');
  add('2026-11-01T16:00:00.000Z');
  add('2026-01-01T00:00:00.000Z', '2026-11-08T16:00:00.000Z');
  const trend = (query: ReportQuery) => readTrend(everything(), { ...own.query, ...query }, read());

  test("counts by the tenant's ISO weeks, whole ones, gaps as zeros", async () => {
    expect(await trend({ from: '2026-10-28', to: '2026-11-18' })).toEqual([
      { start: '2026-10-26', created: 1, hired: 0, partial: false },
      { start: '2026-11-02', created: 1, hired: 0, partial: false },
      { start: '2026-11-09', created: 0, hired: 1, partial: false },
      { start: '2026-11-16', created: 0, hired: 0, partial: true },
    ]);
  });

  test('counts hires when they happen, whenever they applied', async () => {
    const weeks = await trend({ from: '2026-11-09', to: '2026-11-15' });
    expect(weeks).toEqual([{ start: '2026-11-09', created: 0, hired: 1, partial: false }]);
  });

  test('shows half a year without a period, and five years at most', async () => {
    const half = await trend({});
    expect(half).toHaveLength(26);
    expect(half.at(-1)).toMatchObject({ start: '2026-11-16', partial: true });
    expect(await trend({ from: '1990-01-01' })).toHaveLength(260);
  });

  test('has no weeks that lie ahead', async () => {
    expect((await trend({ from: '2026-11-01', to: '2027-06-01' })).at(-1)?.start).toBe(
      '2026-11-16',
    );
    expect(await trend({ from: '2027-01-01' })).toEqual([]);
  });
});

describe('the reports of a whole company', () => {
  test('add up at every step', async () => {
    const { steps, cohort } = await funnel({});
    expect(cohort).toBeGreaterThan(500);
    expect(steps[0]?.reached).toBe(cohort);
    steps.forEach((step, n) => {
      expect(step.passed + step.inProgress + step.dropped).toBe(step.reached);
      expect(step.skipped).toBeLessThanOrEqual(step.reached);
      const next = steps[n + 1];
      if (next) expect(next.reached).toBeLessThanOrEqual(step.passed);
    });
  });
});
