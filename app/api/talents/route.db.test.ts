import { beforeAll, describe, expect, it } from 'vitest';
import { TalentListDto } from '@/lib/domain/talents';
import { searchText } from '@/lib/server/mirror/talent-text';
import { runtime } from '@/lib/server/runtime';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { GET } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date('2026-11-20T08:00:00Z'));
const [recruiter, manager, stranger] = [company.person(), company.person(), company.person()];
const job = company.job({ recruiterId: recruiter.openId, managers: [manager.openId] });
const otherJob = company.job({ recruiterId: company.person().openId });

type Given = { name: string; pinyin: string; phone: string; email: string; days: number };
const person = (given: Given, more: Parameters<typeof company.talent>[0] = {}) => {
  const { lookup, seal } = runtime().crypto;
  const row = company.talent({
    name: given.name,
    namePinyin: given.pinyin,
    company: '远景软件',
    school: '浙江大学',
    searchText: searchText([given.name, given.pinyin, '远景软件', '浙江大学']),
    phoneHash: lookup.phone(given.phone),
    phoneTailHash: lookup.phoneTail(given.phone),
    emailHash: lookup.email(given.email),
    updatedAt: company.ago(given.days),
    ...more,
  });
  row.phoneSealed = seal(given.phone, `talent:${row.id}:phone`);
  return row;
};

let ids: Record<'wang' | 'li' | 'zhao' | 'pool', string>;

beforeAll(async () => {
  const wang = person(
    { name: '王丽华', pinyin: 'wanglihua wlh', phone: '13812348000', email: 'a@x.com', days: 3 },
    { topDegree: 7, experienceYears: 6 },
  );
  const li = person(
    { name: '李 100%_强', pinyin: 'liqiang lq', phone: '13912348000', email: 'b@x.com', days: 2 },
    { topDegree: 6, experienceYears: null },
  );
  const zhao = person({
    name: '赵敏',
    pinyin: 'zhaomin zm',
    phone: '13712345678',
    email: 'c@x.com',
    days: 1,
  });
  const pool = person(
    { name: 'Anna Pool', pinyin: 'annapool ap', phone: '13612349999', email: 'd@x.com', days: 4 },
    { topDegree: 9, updatedAt: null },
  );
  company.application({ jobId: job.id }, { talentId: wang.id });
  company.application({ jobId: job.id }, { talentId: li.id, outcome: 'ended' });
  company.application({ jobId: otherJob.id }, { talentId: li.id });
  company.application({ jobId: otherJob.id }, { talentId: zhao.id });
  await company.insert(database.db);
  ids = { wang: wang.id, li: li.id, zhao: zhao.id, pool: pool.id };
});

const list = async (as: string, query: Record<string, string> = {}) => {
  const url = `/api/talents?${new URLSearchParams(query)}`;
  return TalentListDto.parse(await (await server.call(GET, { as, url })).json());
};
const found = async (as: string, query: Record<string, string> = {}) => {
  const { items, total } = await list(as, query);
  expect(total).toBe(items.length);
  return items.map(({ id }) => id).sort();
};
const those = (...names: (keyof typeof ids)[]) => names.map((name) => ids[name]).sort();

describe('GET /api/talents', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: recruiter.openId, url: '/api/talents?q=' }),
    wrongRole: () => stranger.openId,
    badInput: () => ({ url: '/api/talents?limit=1000' }),
  });

  it('shows whom the person may see, and whoever applied nowhere to recruiters and admins', async () => {
    expect(await found(TEST_ADMIN)).toEqual(those('wang', 'li', 'zhao', 'pool'));
    expect(await found(recruiter.openId)).toEqual(those('wang', 'li', 'pool'));
    expect(await found(manager.openId)).toEqual(those('wang', 'li'));
  });

  it('counts applications inside the scope alone', async () => {
    const li = (items: TalentListDto['items']) => items.find(({ id }) => id === ids.li);
    expect(li((await list(manager.openId)).items)).toMatchObject({ applications: 1, active: 0 });
    expect(li((await list(TEST_ADMIN)).items)).toMatchObject({ applications: 2, active: 1 });
  });

  it.each([
    ['part of a name', '丽华', ['wang']],
    ['pinyin', 'wanglihua', ['wang']],
    ['pinyin with spaces', 'Wang Li Hua', ['wang']],
    ['initials', 'zm', ['zhao']],
    ['a company', '远景', ['wang', 'li', 'zhao', 'pool']],
    ['a school', '浙江大学', ['wang', 'li', 'zhao', 'pool']],
    ['signs that SQL reads as patterns', '100%_', ['li']],
    ['four digits of a phone', '8000', ['wang', 'li']],
    ['more digits than four', '2348000', ['wang', 'li']],
    ['enough digits to tell two apart', '812348000', ['wang']],
    ['a whole number', '139-1234-8000', ['li']],
    ['an e-mail address in any case', 'C@X.com', ['zhao']],
    ['part of an e-mail address', 'c@x', []],
    ['three digits', '800', []],
  ] as const)('finds by %s', async (_, q, names) => {
    expect(await found(TEST_ADMIN, { q })).toEqual(those(...names));
  });

  it('finds nobody by contact for who may not see it', async () => {
    expect(await found(manager.openId, { q: '8000' })).toEqual([]);
    expect(await found(manager.openId, { q: 'a@x.com' })).toEqual([]);
    expect(await found(manager.openId, { q: '丽华' })).toEqual(those('wang'));
  });

  it('filters by degree, years and whether an application is under way', async () => {
    expect(await found(TEST_ADMIN, { degree: '6' })).toEqual(those('wang', 'li'));
    expect(await found(TEST_ADMIN, { minYears: '5' })).toEqual(those('wang'));
    expect(await found(recruiter.openId, { status: 'active' })).toEqual(those('wang'));
    expect(await found(recruiter.openId, { status: 'none_active' })).toEqual(those('li', 'pool'));
  });

  it.each(['updated', 'name', 'experience'])(
    'pages by %s without a gap or a double',
    async (sort) => {
      for (const direction of ['asc', 'desc']) {
        const whole = (await list(TEST_ADMIN, { sort, direction })).items.map(({ id }) => id);
        const paged: string[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const page: TalentListDto = await list(TEST_ADMIN, {
            sort,
            direction,
            limit: '1',
            ...(cursor && { cursor }),
          });
          paged.push(...page.items.map(({ id }) => id));
          expect(page.total).toBe(4);
          cursor = page.nextCursor;
        }
        expect(paged).toEqual(whole);
      }
    },
  );

  it('never says a phone, an address or what either is kept as', async () => {
    const response = await server.call(GET, { as: TEST_ADMIN, url: '/api/talents' });
    expect(await response.text()).not.toMatch(/138|x\.com|sealed|hash|v1\./i);
  });
});
