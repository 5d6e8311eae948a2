import { beforeAll, describe, expect, test } from 'vitest';
import { ApplicationListQuery } from '@/lib/domain/application-filter';
import type { ApplicationRowDto } from '@/lib/domain/pipeline';
import { APPLICATION_SORTS } from '@/lib/domain/sorts';
import { terminationReasons } from '@/lib/server/db/schema/organisation';
import { everything, own } from '@/lib/server/db/scope';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { testServer } from '@/lib/testing/session';
import { listApplications } from './list-applications';

const database = testDatabase();
testServer(database);
const now = new Date('2026-11-20T03:00:00Z');
const company = createCompany(now);
const recruiter = company.person({ nameZh: '周敏', nameEn: '' });
const evaluator = company.person({ nameZh: '李雷', nameEn: 'Lei Li' });
const stranger = company.person();
const department = company.department({ nameZh: '研发部', nameEn: 'R&D' });
const source = company.source({ nameZh: '内推', nameEn: 'Referral' });
const process = company.process();
const mine = company.job({
  title: '算法工程师',
  processId: process.id,
  departmentId: department.id,
  recruiterId: recruiter.openId,
});
const other = company.job({ title: '产品经理', processId: process.id });
const screen = process.stages[0];

// Times and names repeat and are missing, so that every order has ties and unknowns.
const PINYIN = ['lina ln', 'lina ln', 'wangwei ww', '', 'zhaomin zm'];
const rows = Array.from({ length: 60 }, (_, n) => {
  const known = n % 5 !== 4;
  return company.application(
    { jobId: n % 3 === 0 ? other.id : mine.id, stage: screen },
    {
      bodyAt: known ? now : null,
      createdAt: known ? company.ago(Math.floor(n / 9)) : null,
      stageEnteredAt: n % 4 === 3 ? null : company.ago(n % 6),
      turnOpenId: n % 3 === 0 ? stranger.openId : n === 1 ? evaluator.openId : null,
      turnSince: n % 4 === 3 || n % 2 === 0 ? null : company.ago(n % 5),
      endedAt: n % 3 === 1 ? null : company.ago(n % 4),
      modifiedAt: n % 7 === 6 ? null : company.ago(n % 3),
      sourceId: source.id,
      talentId: known
        ? company.talent({ name: `Name ${n % 4}`, namePinyin: PINYIN[n % 5] ?? '' }).id
        : null,
    },
  );
});
const gone = company.application(
  { jobId: other.id, stage: screen },
  { outcome: 'ended', endedAt: company.ago(1), terminationReasonIds: ['r2', 'r9', 'r1'] },
);
beforeAll(async () => {
  await company.insert(database.db);
  await database.db
    .insert(terminationReasons)
    .values(
      ['r1', 'r2'].map((id) => ({ id, nameZh: `原因${id}`, nameEn: '', type: 1, active: 1 })),
    );
});

const read = () => ({ db: database.db, now, timeZone: 'Asia/Shanghai' });
const list = (query: Record<string, unknown>, scope = everything()) =>
  listApplications(scope, ApplicationListQuery.parse(query), read());

async function pages(query: Record<string, unknown>): Promise<ApplicationRowDto[]> {
  const found: ApplicationRowDto[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ ...query, cursor });
    expect(page.total).toBe(rows.length);
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

const SORTS = APPLICATION_SORTS;
const orders = SORTS.flatMap((sort) =>
  (['asc', 'desc'] as const).map((direction) => [sort, direction] as const),
);

describe('the list of applications', () => {
  test.each(orders)(
    'by %s %s gives each row exactly once over its pages',
    async (sort, direction) => {
      for (const limit of [7, 20, 59, 60]) {
        const found = await pages({ sort, direction, limit });
        expect(found.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
      }
    },
  );

  test.each(orders)('by %s %s is in that order, unknown ones last', async (sort, direction) => {
    const found = await pages({ sort, direction, limit: 11 });
    const value = (row: ApplicationRowDto) => {
      const made = rows.find(({ id }) => id === row.id);
      switch (sort) {
        case 'created':
          return row.createdAt;
        case 'stage_entered':
          return row.stageEnteredAt;
        case 'waiting':
          return made?.turnSince?.toISOString() ?? row.stageEnteredAt;
        case 'ended':
          return row.endedAt;
        case 'modified':
          return made?.modifiedAt?.toISOString() ?? null;
        case 'name': {
          const talent = talentRows.find(({ id }) => id === row.talentId);
          return talent ? talent.namePinyin || talent.name.toLowerCase() : null;
        }
      }
    };
    const keys = found.map((row) => ({ key: value(row), id: row.id }));
    const sign = direction === 'asc' ? 1 : -1;
    const inOrder = [...keys].sort((a, b) => {
      if (a.key === null || b.key === null) {
        return Number(a.key === null) - Number(b.key === null) || (a.id < b.id ? -1 : 1);
      }
      if (a.key !== b.key) return sign * (a.key < b.key ? -1 : 1);
      return a.id < b.id ? -1 : 1;
    });
    expect(keys).toEqual(inOrder);
    expect(keys.some(({ key }) => key === null)).toBe(true);
  });

  test('refuses a cursor of another order, and one nobody gave out', async () => {
    const { nextCursor } = await list({ limit: 5 });
    const wrong = { code: 'INVALID_INPUT' };
    await expect(list({ limit: 5, sort: 'name', cursor: nextCursor })).rejects.toMatchObject(wrong);
    await expect(list({ cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject(wrong);
    for (const position of [
      '["created desc","2026","1 or 1=1"]',
      '["created desc","soon","1"]',
      '["created desc","2026-99-01 00:00:00+00","1"]',
      '["created desc",["2026"],"1"]',
    ]) {
      const cursor = Buffer.from(position).toString('base64url');
      await expect(list({ cursor })).rejects.toMatchObject(wrong);
    }
    const cursor = Buffer.from('["name asc","a\\u0000","1"]').toString('base64url');
    await expect(list({ cursor, sort: 'name', direction: 'asc' })).rejects.toMatchObject(wrong);
  });

  test('says how many there are and how many the person may see at all', async () => {
    const scope = own({
      jobIds: [mine.id],
      recruiterJobIds: [],
      assignedIds: rows.slice(0, 1).map(({ id }) => id),
    });
    const page = await list({ status: 'hired' }, scope);
    expect(page).toMatchObject({ items: [], total: 0, visible: 41, nextCursor: null });
  });

  test('offers the choices of the scope on the first page alone', async () => {
    const team = own({ jobIds: [mine.id], recruiterJobIds: [], assignedIds: [] });
    const first = await list({ limit: 5 }, team);
    expect(first.facets).toEqual({
      sources: [{ id: source.id, name: { zh: '内推', en: 'Referral' } }],
      departments: [{ id: department.id, name: { zh: '研发部', en: 'R&D' } }],
      jobs: [{ id: mine.id, title: '算法工程师' }],
      recruiters: [{ openId: recruiter.openId, name: { zh: '周敏', en: '周敏' } }],
      stages: expect.arrayContaining([
        { id: screen?.id, name: { zh: screen?.nameZh, en: screen?.nameEn } },
      ]),
      waitedFor: [{ openId: evaluator.openId, name: { zh: '李雷', en: 'Lei Li' } }],
    });
    const later = await list({ limit: 5, cursor: first.nextCursor }, team);
    expect(later.facets.jobs).toEqual([]);

    const assigned = own({
      jobIds: [],
      recruiterJobIds: [],
      assignedIds: rows.slice(0, 1).map(({ id }) => id),
    });
    expect((await list({}, assigned)).facets.jobs).toEqual([{ id: other.id, title: '产品经理' }]);
  });

  test('says why an application ended, in the order Feishu gave, as far as reasons have names', async () => {
    const { items } = await list({ status: 'ended' });
    expect(items.map(({ id, endReasons }) => [id, endReasons.map(({ zh }) => zh)])).toEqual([
      [gone.id, ['原因r2', '原因r1']],
    ]);
  });

  test('says of a row without a body only what is known', async () => {
    const found = await pages({ limit: 60 });
    expect(found.find(({ synced }) => !synced)).toMatchObject({
      name: null,
      talentId: null,
      createdAt: null,
      stage: { id: screen?.id },
      step: 'screen',
    });
  });
});

const talentRows = company.rows.talents.map(({ id, name, namePinyin }) => ({
  id,
  name,
  namePinyin,
}));
