import { beforeAll, describe, expect, test } from 'vitest';
import { everything, own } from '@/lib/server/db/scope';
import { testDatabase } from '@/lib/testing/database';
import { createCompany, DAY, HOUR } from '@/lib/testing/factories';
import { testServer } from '@/lib/testing/session';
import { getToday } from './get-today';

const database = testDatabase();
testServer(database);
/** 11:00 on a Friday in Shanghai, still the evening before in New York. */
const now = new Date('2026-11-20T03:00:00Z');
const company = createCompany(now);
const me = company.person({ nameZh: '我', nameEn: 'Me' });
const colleague = company.person();
const process = company.process();
const [screen, evaluation, , interviewing, offering, toJoin] = process.stages;
const job = company.job({ processId: process.id, title: '测试工程师' });
const elsewhere = company.job({ processId: process.id });
const talent = () => company.talent({ name: '赵钱' }).id;

const toEvaluate = company.application(
  { jobId: job.id, stage: evaluation },
  { talentId: talent(), turnParty: 'evaluator', turnOpenId: me.openId, turnSince: company.ago(9) },
);
company.evaluation(toEvaluate.id, me.openId, {
  stageId: evaluation?.id,
  createdAt: company.ago(5),
});
company.evaluation(toEvaluate.id, me.openId, { createdAt: company.ago(9) });
company.evaluation(toEvaluate.id, colleague.openId, { stageId: evaluation?.id });
const evaluated = company.application({ jobId: job.id, stage: evaluation });
company.evaluation(evaluated.id, me.openId, { stageId: evaluation?.id, submitted: true });
const movedOn = company.application({ jobId: job.id, stage: interviewing });
company.evaluation(movedOn.id, me.openId, { stageId: evaluation?.id });
const gone = company.application({ jobId: job.id, stage: evaluation }, { outcome: 'ended' });
company.evaluation(gone.id, me.openId, { stageId: evaluation?.id });

const held = company.application({ jobId: job.id, stage: interviewing }, { talentId: talent() });
const at = (hours: number) => ({
  beginAt: new Date(now.getTime() + hours * HOUR),
  endAt: new Date(now.getTime() + (hours + 1) * HOUR),
});
company.interview(held.id, [me.openId, colleague.openId], at(-30));
const running = company.interview(held.id, [colleague.openId, me.openId], {
  ...at(-0.5),
  round: 2,
});
company.interview(held.id, [me.openId], { ...at(-60), cancelled: true });
company.interview(held.id, [me.openId], { ...at(-61), submitted: true });
const away = company.application({ jobId: elsewhere.id, stage: interviewing });
// The tenant's day is 16:00 to 16:00 UTC.
const lastMinute = company.interview(away.id, [colleague.openId], {
  beginAt: new Date('2026-11-20T15:59:00Z'),
  endAt: new Date('2026-11-20T17:00:00Z'),
});
company.interview(away.id, [colleague.openId], {
  beginAt: new Date('2026-11-20T16:00:00Z'),
  endAt: new Date('2026-11-20T17:00:00Z'),
});
company.interview(away.id, [colleague.openId], {
  beginAt: new Date('2026-11-19T15:59:00Z'),
  endAt: new Date('2026-11-19T17:00:00Z'),
});

const inDays = (days: number) => new Date(now.getTime() + days * DAY);
const offered = () =>
  company.application({ jobId: job.id, stage: offering }, { createdAt: company.ago(3) });
const soon = offered();
company.offer(soon.id, { expiresAt: inDays(9), createdAt: company.ago(9) });
company.offer(soon.id, { expiresAt: inDays(6.9), createdAt: company.ago(1) });
const sooner = offered();
company.offer(sooner.id, { expiresAt: inDays(0.1) });
company.offer(offered().id, { expiresAt: inDays(7.1) });
company.offer(offered().id, { expiresAt: inDays(-0.1) });
company.offer(offered().id, { expiresAt: inDays(2), status: 7 });
const replaced = offered();
company.offer(replaced.id, { expiresAt: inDays(2), createdAt: company.ago(5) });
company.offer(replaced.id, { status: 8, createdAt: company.ago(1) });

const stuckAt = (days: number, turn: object, stage = screen) =>
  company.application(
    { jobId: job.id, stage },
    { createdAt: company.ago(days), turnSince: company.ago(days), ...turn },
  );
const oldest = stuckAt(50, { turnParty: 'recruiter', turnOpenId: colleague.openId });
for (const days of [44, 43, 42, 41, 40]) {
  stuckAt(days, { turnParty: 'recruiter', turnOpenId: colleague.openId });
}
for (let n = 0; n < 13; n++) {
  stuckAt(31, { turnParty: 'interviewer', turnOpenId: company.person().openId }, interviewing);
}
stuckAt(30, {});
stuckAt(90, { turnParty: 'candidate' }, toJoin);
// Seven days ago is the week before.
company.application(
  { jobId: job.id, stage: screen },
  { createdAt: company.ago(7), outcome: 'ended' },
);
beforeAll(() => company.insert(database.db));

const read = (timeZone = 'Asia/Shanghai') => ({ db: database.db, now, timeZone });
const today = (scope = everything(), timeZone?: string) =>
  getToday(scope, me.openId, read(timeZone));

describe('today', () => {
  test('brings what waits for one in person, the oldest first, each once', async () => {
    const { inbox } = await today();
    expect(inbox.map(({ kind, since, row }) => [kind, since, row.id])).toEqual([
      ['evaluation', company.ago(9).toISOString(), toEvaluate.id],
      ['feedback', at(-30).endAt.toISOString(), held.id],
    ]);
    expect(inbox[0]?.row.name).toBe('赵钱');
  });

  test('brings nothing from outside the scope', async () => {
    const scope = own({ jobIds: [elsewhere.id], recruiterJobIds: [], assignedIds: [] });
    expect((await today(scope)).inbox).toEqual([]);
  });

  test("has the interviews of the tenant's day, in order, and says which are one's own", async () => {
    const { interviews } = await today();
    expect(interviews.map(({ id, mine }) => [id, mine])).toEqual([
      [running.id, true],
      [lastMinute.id, false],
    ]);
    expect(interviews[0]).toMatchObject({
      applicationId: held.id,
      name: '赵钱',
      jobTitle: '测试工程师',
      round: 2,
      interviewers: [{ en: colleague.nameEn }, { en: 'Me' }],
    });
    const abroad = await today(everything(), 'America/New_York');
    expect(abroad.interviews.map(({ id }) => id)).not.toContain(lastMinute.id);
  });

  test('names offers that lapse within seven days, by the newest offer alone', async () => {
    const { offersExpiring } = await today();
    expect(offersExpiring.map(({ row, expiresAt }) => [row.id, expiresAt])).toEqual([
      [sooner.id, inDays(0.1).toISOString()],
      [soon.id, inDays(6.9).toISOString()],
    ]);
  });

  test('groups who is stuck by whom they wait for, with the five longest waiting', async () => {
    const { stuck } = await today();
    const group = stuck[0];
    expect(group).toMatchObject({
      party: 'recruiter',
      person: { openId: colleague.openId },
      count: 6,
      oldestSince: company.ago(50).toISOString(),
      filter: { status: 'active', stale: true, turn: 'recruiter', turnPerson: colleague.openId },
    });
    expect(group?.top).toHaveLength(5);
    expect(group?.top[0]?.id).toBe(oldest.id);
    const candidates = stuck.find(({ party }) => party === 'candidate');
    expect(candidates).toMatchObject({ person: null, count: 1 });
    expect(candidates?.filter).not.toHaveProperty('turnPerson');
    const unnamed = stuck.find(({ party, person }) => party === 'recruiter' && person === null);
    expect(unnamed?.filter.turnPerson).toBe('ou_none');
  });

  test('names the one application of everybody who holds up one alone, however many', async () => {
    const alone = (await today()).stuck.filter(({ count }) => count === 1);
    expect(alone.length).toBeGreaterThan(12);
    for (const { top } of alone) expect(top).toHaveLength(1);
  });

  test('compares the last seven days with the seven before', async () => {
    const figure = (await today()).figures.find(({ key }) => key === 'new_week');
    expect(figure).toMatchObject({
      value: 6,
      previous: 7,
      filter: { from: '2026-11-14', to: '2026-11-20', status: 'all' },
    });
  });

  test('gives an evaluator an inbox and interviews, not a pipeline to look after', async () => {
    const scope = own({ jobIds: [], recruiterJobIds: [], assignedIds: [toEvaluate.id, held.id] });
    const found = await today(scope);
    expect(found).toMatchObject({ figures: [], stuck: [], offersExpiring: [] });
    expect(found.inbox).toHaveLength(2);
    expect(found.interviews).toHaveLength(1);
  });
});
