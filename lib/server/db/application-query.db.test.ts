import { count } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { ApplicationFilter } from '@/lib/domain/application-filter';
import { filterParams } from '@/lib/domain/links';
import { NOBODY, NONE_ID } from '@/lib/domain/none';
import { STEP_SLA_DAYS, STEPS } from '@/lib/domain/steps';
import { testDatabase } from '@/lib/testing/database';
import { createCompany, DAY, type StageRow } from '@/lib/testing/factories';
import { applicationConditions } from './application-query';
import { applications } from './schema/applications';
import { everything, own, type Scope } from './scope';

const database = testDatabase();
const now = new Date('2026-11-20T03:00:00Z');
const company = createCompany(now);
const context = { now, timeZone: 'Asia/Shanghai' };

const recruiter = company.person();
const waitedFor = company.person();
const department = company.department();
const source = company.source();
const process = company.process();
const stage = Object.fromEntries(STEPS.map((step, i) => [step, process.stages[i]])) as Record<
  (typeof STEPS)[number],
  StageRow
>; // A default process has one stage a step.
const social = company.job({
  title: '后端 100%_a 工程师',
  processId: process.id,
  departmentId: department.id,
  recruiterId: recruiter.openId,
});
const campus = company.job({ title: 'Designer', processId: process.id, processType: 2 });

/** The ids a filter finds, after a trip through the URL. */
async function find(filter: ApplicationFilter, scope: Scope = everything()): Promise<string[]> {
  const parsed = ApplicationFilter.parse(Object.fromEntries(filterParams(filter)));
  const found = await database.db
    .select({ id: applications.id })
    .from(applications)
    .where(applicationConditions(parsed, scope, context))
    .orderBy(applications.id);
  return found.map(({ id }) => id);
}

const ids = (...rows: { id: string }[]) => rows.map(({ id }) => id).sort();

const fresh = company.application(
  { jobId: social.id, stage: stage.screen },
  {
    createdAt: company.ago(1),
    sourceId: source.id,
    talentId: company.talent({ name: '王丽华', namePinyin: 'wanglihua wlh' }).id,
    turnParty: 'recruiter',
    turnOpenId: recruiter.openId,
  },
);
const late = company.application(
  { jobId: social.id, stage: stage.interview },
  {
    createdAt: company.ago(30),
    stageEnteredAt: new Date(now.getTime() - STEP_SLA_DAYS.interview * DAY - 1),
    turnParty: 'interviewer',
    turnOpenId: waitedFor.openId,
  },
);
const inTime = company.application(
  { jobId: campus.id, stage: stage.interview },
  {
    createdAt: company.ago(30),
    stageEnteredAt: new Date(now.getTime() - STEP_SLA_DAYS.interview * DAY),
    sourceId: source.id,
    turnParty: 'interviewer',
  },
);
const hired = company.application(
  { jobId: social.id, stage: stage.joined },
  { createdAt: company.ago(200), sourceId: source.id },
);
const movedBack = company.application(
  { jobId: social.id, stage: stage.evaluation },
  {
    createdAt: company.ago(40),
    sourceId: source.id,
    stageEnteredAt: company.ago(1),
    visits: [
      { stage: stage.screen, enteredAt: company.ago(40), exitedAt: company.ago(20) },
      { stage: stage.offer, enteredAt: company.ago(20), exitedAt: company.ago(1) },
      { stage: stage.evaluation, enteredAt: company.ago(1), exitedAt: null },
    ],
  },
);
const dropped = company.application(
  { jobId: campus.id, stage: stage.offer },
  { createdAt: company.ago(90), outcome: 'ended', sourceId: source.id },
);
const unread = company.unread({ jobId: social.id, stage: stage.screen });
const nowhere = company.application(
  { jobId: campus.id },
  { bodyAt: null, createdAt: null, stageEnteredAt: null },
);
const all = [fresh, late, inTime, hired, movedBack, dropped, unread, nowhere];

beforeAll(() => company.insert(database.db));

describe('the application filter', () => {
  test('means active ones unless it says otherwise', async () => {
    expect(await find({})).toEqual(ids(fresh, late, inTime, movedBack, unread, nowhere));
    expect(await find({ status: 'hired' })).toEqual(ids(hired));
    expect(await find({ status: 'ended' })).toEqual(ids(dropped));
    expect(await find({ status: 'all' })).toEqual(ids(...all));
  });

  test('reads an empty list as no question', async () => {
    const filter = ApplicationFilter.parse({ job: '', q: '' });
    const [found] = await database.db
      .select({ n: count() })
      .from(applications)
      .where(applicationConditions(filter, everything(), context));
    expect(found?.n).toBe(6);
  });

  test('asks for job, stage, step, source, department, recruiter and type', async () => {
    expect(await find({ job: [campus.id] })).toEqual(ids(inTime, nowhere));
    expect(await find({ stage: [stage.screen.id] })).toEqual(ids(fresh, unread));
    expect(await find({ step: ['screen', 'evaluation'] })).toEqual(
      ids(fresh, movedBack, unread, nowhere),
    );
    expect(await find({ source: [source.id] })).toEqual(ids(fresh, inTime, movedBack));
    expect(await find({ department: [department.id] })).toEqual(
      ids(fresh, late, movedBack, unread),
    );
    expect(await find({ recruiter: [recruiter.openId] })).toEqual(
      ids(fresh, late, movedBack, unread),
    );
    expect(await find({ type: 'campus' })).toEqual(ids(inTime, nowhere));
    expect(await find({ type: 'campus', department: [department.id] })).toEqual([]);
  });

  test('finds those without a source, a stage or a named person, too', async () => {
    expect(await find({ source: [NONE_ID], status: 'all' })).toEqual(ids(late));
    expect(await find({ source: [NONE_ID, source.id] })).toEqual(
      ids(fresh, late, inTime, movedBack),
    );
    expect(await find({ stage: [NONE_ID] })).toEqual(ids(nowhere));
    expect(await find({ turn: 'interviewer', turnPerson: NOBODY })).toEqual(ids(inTime));
  });

  test('finds a name, its pinyin or a job title, with % and _ as ordinary characters', async () => {
    expect(await find({ q: '丽' })).toEqual(ids(fresh));
    expect(await find({ q: 'Wang Li' })).toEqual(ids(fresh));
    expect(await find({ q: 'design' })).toEqual(ids(inTime, nowhere));
    expect(await find({ q: '100%_A' })).toEqual(ids(fresh, late, movedBack, unread));
    expect(await find({ q: '%' })).toEqual(ids(fresh, late, movedBack, unread));
    expect(await find({ q: '_e' })).toEqual([]);
    expect(await find({ q: "'; drop table applications; --" })).toEqual([]);
  });

  test('calls stale who is active past the days of the step, by the millisecond', async () => {
    expect(await find({ stale: true })).toEqual(ids(late));
    expect(await find({ stale: true, status: 'all' })).toEqual(ids(late));
  });

  test('gives an unnamed turn to the recruiter', async () => {
    expect(await find({ turn: 'recruiter' })).toEqual(ids(fresh, movedBack, unread, nowhere));
    expect(await find({ turn: 'interviewer' })).toEqual(ids(late, inTime));
    expect(await find({ turnPerson: waitedFor.openId })).toEqual(ids(late));
  });

  test('takes reached from the furthest step and parts it by outcome', async () => {
    expect(await find({ reached: 'offer', status: 'all' })).toEqual(ids(hired, movedBack, dropped));
    expect(await find({ reached: 'offer', outcome: 'passed', status: 'all' })).toEqual(ids(hired));
    expect(await find({ reached: 'offer', outcome: 'in_progress', status: 'all' })).toEqual(
      ids(movedBack),
    );
    expect(await find({ reached: 'offer', outcome: 'dropped', status: 'all' })).toEqual(
      ids(dropped),
    );
    expect(await find({ reached: 'joined', outcome: 'passed', status: 'all' })).toEqual(ids(hired));
  });

  test('leaves rows without a body out of what it cannot know of them', async () => {
    const known = ids(fresh, late, inTime, hired, movedBack, dropped);
    expect(await find({ reached: 'screen', status: 'all' })).toEqual(known);
    expect(await find({ from: '2000-01-01', status: 'all' })).toEqual(known);
    expect(await find({ source: [NONE_ID, source.id], status: 'all' })).toEqual(known);
  });
});

describe('the days of a filter', () => {
  /** Rows of a job of their own, made at these instants. */
  async function createdAt(...instants: string[]) {
    const job = company.job({ processId: process.id });
    const rows = instants.map((instant) =>
      company.application({ jobId: job.id, stage: stage.screen }, { createdAt: new Date(instant) }),
    );
    await company.insert(database.db);
    const of = async (filter: ApplicationFilter, timeZone: string) => {
      const found = await database.db
        .select({ id: applications.id })
        .from(applications)
        .where(
          applicationConditions({ job: [job.id], ...filter }, everything(), { now, timeZone }),
        );
      return instants.filter((_, n) => found.some(({ id }) => id === rows[n]?.id));
    };
    return of;
  }

  test("begin and end at the tenant's midnight, both days included", async () => {
    const eve = '2026-03-01T15:59:59.999Z';
    const first = '2026-03-01T16:00:00.000Z';
    const last = '2026-03-02T15:59:59.999Z';
    const next = '2026-03-02T16:00:00.000Z';
    const of = await createdAt(eve, first, last, next);
    const day = { from: '2026-03-02', to: '2026-03-02' };
    expect(await of(day, 'Asia/Shanghai')).toEqual([first, last]);
    expect(await of(day, 'UTC')).toEqual([last, next]);
    expect(await of({ to: '2026-03-01' }, 'Asia/Shanghai')).toEqual([eve]);
    expect(await of({ from: '2026-03-03' }, 'Asia/Shanghai')).toEqual([next]);
  });

  test('are 23 hours long where the clock is put forward', async () => {
    const inside = ['2026-03-08T05:00:00.000Z', '2026-03-09T03:59:59.000Z'];
    const of = await createdAt('2026-03-08T04:59:59.000Z', ...inside, '2026-03-09T04:00:00.000Z');
    expect(await of({ from: '2026-03-08', to: '2026-03-08' }, 'America/New_York')).toEqual(inside);
  });
});

describe('a scope', () => {
  const scopes = {
    social: own({ jobIds: [social.id], recruiterJobIds: [], assignedIds: [] }),
    assigned: own({ jobIds: [], recruiterJobIds: [], assignedIds: [late.id, inTime.id] }),
    both: own({ jobIds: [social.id], recruiterJobIds: [], assignedIds: [late.id, inTime.id] }),
    nothing: own({ jobIds: [], recruiterJobIds: [], assignedIds: [] }),
  };

  test.each<ApplicationFilter>([
    {},
    { status: 'all' },
    { step: ['interview'] },
    { stale: true },
    { reached: 'interview', status: 'all' },
    { q: '工程师' },
  ])('of A and B sees what A sees and what B sees, once: %j', async (filter) => {
    const one = await find(filter, scopes.social);
    const other = await find(filter, scopes.assigned);
    expect(await find(filter, scopes.both)).toEqual([...new Set([...one, ...other])].sort());
  });

  test('of nobody sees nothing, whatever is asked', async () => {
    expect(await find({ status: 'all' }, scopes.nothing)).toEqual([]);
    expect(await find({ status: 'all', job: [social.id] }, scopes.nothing)).toEqual([]);
  });
});
