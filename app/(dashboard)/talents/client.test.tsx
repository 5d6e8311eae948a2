import { expect, test, vi } from 'vitest';
import type { TalentListDto, TalentRowDto } from '@/lib/domain/talents';
import { renderScreen } from '@/lib/testing/render';
import { TalentsClient } from './client';

const LONG_NAME = '古丽米热·阿布都热合曼·玉素甫';

const person: TalentRowDto = {
  id: '7309',
  name: LONG_NAME,
  company: '森屿游戏',
  title: '工程师',
  school: '武汉大学',
  topDegree: 7,
  experienceYears: 6,
  city: { zh: '武汉', en: 'Wuhan' },
  applications: 3,
  active: 1,
  updatedAt: '2026-06-29T02:00:00Z',
};

const page = (parts: Partial<TalentListDto> = {}): TalentListDto => ({
  items: [],
  total: 0,
  visible: 0,
  nextCursor: null,
  sync: {
    state: 'complete',
    percent: 100,
    asOf: '2026-06-30T01:00:00Z',
    failing: null,
    paused: null,
    embedded: false,
  },
  ...parts,
});

/** Our own API, as the browser meets it; answers the addresses it was asked. */
function answerWith(body: unknown, status = 200) {
  const asked: URL[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    asked.push(new URL(String(input), 'http://localhost'));
    const type = status === 200 ? 'application/json' : 'application/problem+json';
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
  });
  return asked;
}

const show = (url = '/talents') => renderScreen(<TalentsClient mayFindContact />, { url });

test('a row names the person in full, in words, and leads to the profile', async () => {
  answerWith(page({ items: [person], total: 1, visible: 1 }));
  const { findByRole, getByText } = show();
  const link = await findByRole('link', { name: LONG_NAME });
  expect(link.getAttribute('href')).toBe('/talents/7309');
  getByText('森屿游戏 · 工程师');
  getByText('硕士');
  getByText('1 份进行中，共 3 份');
  getByText('昨天');
  getByText('1 人');
});

test('nothing matches: says so, and clearing the filters keeps the order', async () => {
  const asked = answerWith(page({ visible: 12 }));
  const { user, findByText, getAllByRole, onUrlUpdate } = show(
    '/talents?q=zzz&degree=8&minYears=5&sort=name&direction=asc',
  );
  await findByText('没有符合筛选条件的内容');
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
    q: 'zzz',
    degree: '8',
    minYears: '5',
    status: 'all',
    sort: 'name',
    direction: 'asc',
  });
  const clear = getAllByRole('button', { name: '清除筛选' }).at(-1);
  if (!clear) throw new Error('nothing to clear with');
  await user.click(clear);
  expect(onUrlUpdate.mock.lastCall?.[0].queryString).toBe('?sort=name&direction=asc');
});

test('nobody there is another thing than nobody matching', async () => {
  answerWith(page());
  const { findByText, queryByText } = show();
  await findByText('这里还没有内容');
  expect(queryByText('没有符合筛选条件的内容')).toBeNull();
});

test('before Feishu is read the list says how far it is instead of an empty one', async () => {
  answerWith(page({ sync: { ...page().sync, state: 'partial', percent: 63 } }));
  const { findByText, queryByText } = show();
  await findByText('正在从飞书读取：63%');
  expect(queryByText('这里还没有内容')).toBeNull();
});

test('rows that are not all here yet say so above', async () => {
  const sync = { ...page().sync, state: 'partial' as const, percent: 63 };
  answerWith(page({ items: [person], total: 1, visible: 1, sync }));
  const { findByText, getByRole } = show();
  await findByText(/已同步 63%，下方的数字和列表尚不完整/);
  getByRole('link', { name: LONG_NAME });
});

test('a failure names its code and offers another try', async () => {
  answerWith({ code: 'DATABASE_UNAVAILABLE', status: 503, requestId: 'r-1' }, 503);
  const { user, findByText, findByRole } = show();
  await findByText('数据库没有响应，请稍后再试。');
  await findByText('DATABASE_UNAVAILABLE');
  answerWith(page({ items: [person], total: 1, visible: 1 }));
  await user.click(await findByRole('button', { name: '重试' }));
  await findByRole('link', { name: LONG_NAME });
});

test('who may not see contact is not told to search by it', () => {
  answerWith(page());
  const { getByRole } = renderScreen(<TalentsClient mayFindContact={false} />, { url: '/talents' });
  getByRole('searchbox', { name: '姓名、拼音、公司、学校' });
});

test('values the address cannot mean fall back', async () => {
  const asked = answerWith(page({ visible: 1 }));
  const { findByText } = show('/talents?degree=99&minYears=x&sort=salary&status=?');
  await findByText('没有符合筛选条件的内容');
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
    status: 'all',
    sort: 'updated',
    direction: 'desc',
  });
});
