import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDataCrypto } from '@/lib/server/base/crypto';
import { applications } from '@/lib/server/db/schema/applications';
import { changes, quarantine } from '@/lib/server/db/schema/operations';
import { resumeSources } from '@/lib/server/db/schema/organisation';
import { evaluations, interviewRecords, offers } from '@/lib/server/db/schema/process-records';
import { talents } from '@/lib/server/db/schema/talents';
import { FeishuApplication } from '@/lib/server/feishu/wire/applications';
import { emptyDatabase, testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { upsertApplications } from './applications';
import type { MirrorContext } from './context';
import { upsertResumeSources } from './dictionaries';
import { upsertEvaluations } from './evaluations';
import { cancelInterviews, upsertInterviews } from './interviews';
import { replaceOffers } from './offers';
import type { TalentFacts } from './talent-facts';
import { openContact, upsertTalents } from './talents';

const NOW = new Date('2026-06-01T02:00:00Z');
const database = testDatabase();
beforeEach(() => emptyDatabase(database));

const context: MirrorContext = {
  now: NOW,
  crypto: createDataCrypto('a data key of at least thirty-two bytes'),
  timeZone: 'Asia/Shanghai',
  actor: null,
};
const feedLength = async () => (await database.db.select().from(changes)).length;

const talent = (part: Partial<TalentFacts> = {}): TalentFacts => ({
  id: '7001',
  name: '单雪',
  phone: '13800001234',
  phoneCountry: '86',
  email: 'xue@example.com',
  gender: 2,
  age: 30,
  experienceYears: 6,
  topDegree: 6,
  city: { zh: '上海', en: 'Shanghai' },
  educations: [],
  careers: [],
  projects: [],
  attachmentIds: [],
  inAgencyPeriod: false,
  onboarded: false,
  updatedAt: NOW.getTime(),
  ...part,
});

describe('a talent', () => {
  const store = (part: Partial<TalentFacts> = {}) =>
    upsertTalents(database.db, [talent(part)], context);
  const read = async () => {
    const [row] = await database.db.select().from(talents);
    if (!row) throw new Error('No talent');
    return row;
  };

  it('is found by pinyin, its contact only by digest', async () => {
    await store();
    const row = await read();
    expect(row).toMatchObject({
      namePinyin: 'shanxue sx',
      phoneMasked: '138****1234',
      emailMasked: 'x***@example.com',
      phoneTailHash: context.crypto.lookup.phoneTail('1234'),
    });
    expect(openContact(context.crypto, '7001', 'phone', row.phoneSealed ?? '')).toBe('13800001234');
  });

  it('keeps a field that is not sent, and forgets one that is sent empty', async () => {
    await store();
    await store({ phone: undefined, email: undefined, city: undefined, age: undefined });
    expect(await read()).toMatchObject({ phoneMasked: '138****1234', cityZh: '上海', age: 30 });
    await store({ phone: '', email: undefined });
    expect(await read()).toMatchObject({
      phoneSealed: null,
      phoneMasked: null,
      phoneHash: null,
      phoneTailHash: null,
      emailMasked: 'x***@example.com',
    });
  });

  it('does not go back to an older state', async () => {
    await store();
    const done = await store({ name: '旧名', updatedAt: NOW.getTime() - 1 });
    expect(done.tally).toEqual({ added: 0, updated: 0, unchanged: 1, deleted: 0 });
    expect((await read()).name).toBe('单雪');
  });

  it('tells screens once, and not again while it is the same', async () => {
    await store();
    await store();
    expect(await feedLength()).toBe(1);
    await store({ name: '单雪莹', updatedAt: NOW.getTime() + 1 });
    expect(await feedLength()).toBe(2);
  });
});

describe('an application', () => {
  /** One job with one process; the wire form of an application in its first stage. */
  async function seed() {
    const company = createCompany(NOW);
    const process = company.process();
    const job = company.job({ processId: process.id, recruiterId: 'ou_recruiter' });
    await company.insert(database.db);
    const [first, second] = process.stages;
    if (!first || !second) throw new Error('A process has stages');
    const wire = (part: Record<string, unknown> = {}) =>
      FeishuApplication.parse({
        id: '9001',
        job_id: job.id,
        talent_id: '7001',
        stage: { id: first.id, type: 1 },
        active_status: 1,
        create_time: '1780000000000',
        modify_time: '1780000000000',
        stage_time_list: [{ stage_id: first.id, enter_time: '1780000000000', exit_time: '' }],
        ...part,
      });
    const store = (part: Record<string, unknown> = {}) =>
      upsertApplications(database.db, [wire(part)], context);
    return { first, second, job, store };
  }
  const read = async () => {
    const [row] = await database.db.select().from(applications);
    return row;
  };

  it('keeps a body that is newer than the one that comes', async () => {
    const { store, second } = await seed();
    await store({ stage: { id: second.id, type: 2 }, modify_time: '1780000009000' });
    const late = await store({ modify_time: '1780000001000' });
    expect(late.tally).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
    expect(await read()).toMatchObject({ stageId: second.id, step: 2 });
  });

  it('keeps numbers nobody knows as they came', async () => {
    const { store } = await seed();
    await store({ delivery_type: 77, active_status: 2, termination_type: 99 });
    expect(await read()).toMatchObject({
      deliveryType: 77,
      terminationType: 99,
      outcome: 'ended',
    });
  });

  it('takes an ending it did not see as "at the latest", one it saw as exact', async () => {
    const { store } = await seed();
    await store({ active_status: 2 });
    expect(await read()).toMatchObject({ outcome: 'ended', endedPrecision: 'latest' });
    await store({ modify_time: '1780000001000' });
    expect(await read()).toMatchObject({ outcome: 'active', endedAt: null });
    await store({ active_status: 2, modify_time: '1780000002000' });
    expect(await read()).toMatchObject({
      endedPrecision: 'exact',
      endedAt: new Date(1_780_000_002_000),
    });
    await store({ active_status: 2, modify_time: '1780000003000', termination_reason_note: 'x' });
    expect(await read()).toMatchObject({ endedAt: new Date(1_780_000_002_000) });
  });

  it('names a stage no process listed by what the application says of it', async () => {
    const { store } = await seed();
    await store({
      stage: { id: '88', type: 4, zh_name: '加面', en_name: 'Extra' },
      stage_time_list: undefined,
    });
    expect(await read()).toMatchObject({ stageId: '88', step: 4, furthestStep: 4 });
    const { rows } = await database.db.execute(sql`select name_zh from stages where id = '88'`);
    expect(rows).toEqual([{ name_zh: '加面' }]);
  });

  it('is everybody’s turn in the order of what is stored', async () => {
    const { store, first } = await seed();
    await store();
    expect(await read()).toMatchObject({ turnParty: 'recruiter', turnOpenId: 'ou_recruiter' });
    const evaluation = {
      id: '1',
      application_id: '9001',
      stage_id: first.id,
      evaluator_id: 'ou_manager',
      commit_status: 2,
      create_time: 1_780_000_500_000,
      update_time: 1_780_000_500_000,
    };
    await upsertEvaluations(database.db, [evaluation], context);
    expect(await read()).toMatchObject({
      turnParty: 'evaluator',
      turnOpenId: 'ou_manager',
      turnSince: new Date(1_780_000_500_000),
    });
    const before = await feedLength();
    await upsertEvaluations(database.db, [evaluation], context);
    expect(await feedLength()).toBe(before);
  });
});

describe('rows that cannot be stored', () => {
  it('go to quarantine without their contents; the rest of the page is stored', async () => {
    const rows = Array.from({ length: 200 }, (_, n) => ({
      id: String(n),
      application_id: '9001',
      evaluator_id: n === 7 ? undefined : 'ou_manager',
      content: '保密',
      create_time: 1_780_000_000_000,
    }));
    const done = await upsertEvaluations(database.db, rows, context);
    expect(done.tally.added).toBe(199);
    expect(await database.db.select().from(evaluations)).toHaveLength(199);
    expect(await database.db.select().from(quarantine)).toEqual([
      {
        kind: 'evaluations',
        id: '7',
        reason: 'unusable evaluator_id, create_time',
        seenAt: NOW,
      },
    ]);
  });
});

describe('an interview', () => {
  const interview = (part: Record<string, unknown> = {}) => ({
    id: '1',
    application_id: '9001',
    begin_time: NOW.getTime(),
    end_time: NOW.getTime() + 3_600_000,
    arrangement_status: 1,
    interview_round_summary: 2,
    interview_record_list: [
      { id: '11', user_id: 'ou_a', commit_status: 2, conclusion: 3 },
      { id: '12', user_id: 'ou_b', commit_status: 2, conclusion: 3 },
    ],
    ...part,
  });

  it('does not change because time passes over it', async () => {
    await upsertInterviews(database.db, [interview()], context);
    const done = await upsertInterviews(
      database.db,
      [interview({ arrangement_status: 3, interview_round_summary: 3 })],
      context,
    );
    expect(done.tally.unchanged).toBe(1);
  });

  it('loses an interviewer who was replaced', async () => {
    await upsertInterviews(database.db, [interview()], context);
    const records = [{ id: '13', user_id: 'ou_c', commit_status: 2 }];
    await upsertInterviews(database.db, [interview({ interview_record_list: records })], context);
    const rows = await database.db.select().from(interviewRecords);
    expect(rows.map(({ interviewerId }) => interviewerId)).toEqual(['ou_c']);
  });

  it('comes back when it was called off by mistake', async () => {
    await upsertInterviews(database.db, [interview()], context);
    await cancelInterviews(database.db, ['1'], context);
    const done = await upsertInterviews(database.db, [interview()], context);
    expect(done.updated).toEqual(['1']);
  });
});

describe('an offer', () => {
  const offer = (part: Record<string, unknown> = {}) => ({
    id: '5',
    application_id: '9001',
    offer_status: 6,
    basic_info: { onboard_date: '2026-13-45' },
    salary_plan: { currency: 'CNY', basic_salary: '{"amount":"31000","period":2}' },
    ...part,
  });
  const store = (given: ReturnType<typeof offer> | undefined) =>
    replaceOffers(database.db, [{ applicationId: '9001', offer: given }], context);

  it('seals pay, holds no date a calendar does not have, and is the same the second time', async () => {
    await store(offer());
    const [row] = await database.db.select().from(offers);
    expect(JSON.stringify(row)).not.toContain('31000');
    expect(row?.onboardDate).toBeNull();
    expect((await store(offer())).unchanged).toBe(1);
    expect((await store(offer({ salary_plan: { basic_salary: '32000' } }))).updated).toBe(1);
  });

  it('keeps known pay without its scope, and goes when Feishu has none', async () => {
    await store(offer());
    await store(offer({ salary_plan: undefined }));
    const [row] = await database.db.select().from(offers);
    expect(row?.salarySealed).not.toBeNull();
    expect((await store(undefined)).deleted).toBe(1);
    expect(await database.db.select().from(offers)).toEqual([]);
  });
});

describe('a dictionary', () => {
  it('falls back to the other language where one is missing', async () => {
    await upsertResumeSources(database.db, [
      { id: '1', zh_name: '内推', en_name: '', resume_source_type: 10000, active_status: 1 },
    ]);
    const [row] = await database.db.select().from(resumeSources);
    expect(row).toMatchObject({ nameZh: '内推', nameEn: '内推' });
  });
});
