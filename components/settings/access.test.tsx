import { within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { HireRoleDto, HireRolesDto, SignedInDto } from '@/lib/domain/settings-access';
import { createTestQueryClient, renderScreen } from '@/lib/testing/render';
import { AdminRoles } from './admin-roles';
import { SignedInPeople } from './signed-in-people';

const role = (parts: Partial<HireRoleDto> = {}): HireRoleDto => ({
  roleId: '7',
  name: { zh: '招聘负责人', en: 'Recruiting lead' },
  holders: 12,
  administers: false,
  yours: false,
  ...parts,
});
const roles = (parts: Partial<HireRolesDto> = {}): HireRolesDto => ({
  roles: [role()],
  trouble: null,
  configured: [{ openId: 'ou_1', name: { zh: '王敏', en: 'Min Wang' } }],
  ...parts,
});
const person = (parts: Partial<SignedInDto> = {}): SignedInDto => ({
  person: { openId: 'ou_2', name: { zh: '李雷', en: 'Lei Li' } },
  sessions: 2,
  since: '2026-06-29T23:00:00Z',
  lastSeenAt: '2026-06-30T01:55:00Z',
  you: false,
  ...parts,
});

function show(
  ui: React.ReactNode,
  [key, data]: readonly [readonly unknown[], unknown],
  refusal?: { status: number; code: string; reason?: string },
) {
  const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    if ((init?.method ?? 'GET') === 'GET') return Response.json(data);
    if (!refusal) return new Response(null, { status: 204 });
    const headers = { 'content-type': 'application/problem+json' };
    return new Response(JSON.stringify(refusal), { status: refusal.status, headers });
  });
  const queryClient = createTestQueryClient();
  queryClient.setQueryData(key, data);
  const sent = () =>
    asked.mock.calls
      .filter(([, init]) => (init?.method ?? 'GET') !== 'GET')
      .map(([url, init]) => `${init?.method} ${String(url)} ${String(init?.body)}`);
  return { ...renderScreen(ui, { queryClient }), sent };
}
const showRoles = (data: HireRolesDto, refusal?: Parameters<typeof show>[2]) =>
  show(<AdminRoles />, [settingsQueries.roles().queryKey, data], refusal);
const showPeople = (data: SignedInDto[]) =>
  show(<SignedInPeople />, [settingsQueries.sessions().queryKey, data]);

test('a role is mapped only after it was said what its holders will see', async () => {
  const { getByRole, getByText, findByRole, user, sent } = showRoles(roles());
  getByText('王敏');
  getByText('12 人持有');
  const toggle = getByRole('switch', { name: '招聘负责人：可管理' });
  expect(toggle.getAttribute('aria-checked')).toBe('false');
  await user.click(toggle);
  const dialog = within(await findByRole('alertdialog'));
  dialog.getByText(/持有它的 12 人将能看到全部职位、人选、薪资和联系方式/);
  expect(sent()).toEqual([]);
  await user.click(dialog.getByRole('button', { name: '设为管理员' }));
  expect(sent()).toEqual(['PUT /api/settings/roles/7 {"administers":true}']);
});

test('who takes their own role away is warned, and the last one is refused where they asked', async () => {
  const { getByRole, findByRole, user } = showRoles(
    roles({ roles: [role({ administers: true, yours: true })] }),
    { status: 409, code: 'CONFLICT', reason: 'LAST_ADMIN' },
  );
  await user.click(getByRole('switch'));
  const dialog = within(await findByRole('alertdialog'));
  dialog.getByText(/你自己也持有这个角色/);
  await user.click(dialog.getByRole('button', { name: '取消管理员' }));
  expect((await dialog.findByRole('alert')).textContent).toContain(
    '没有人能管理了，没有做任何改动',
  );
});

test('without the scope it names it; with another fault it shows what was read before', () => {
  const scope = { missingScope: true, code: '99991672', logId: 'L1', scopes: ['hire:auth'] };
  const first = showRoles(roles({ roles: [], trouble: scope }));
  first.getByText(/管理员只能由配置指定/);
  first.getByText('hire:auth');
  first.unmount();
  const down = { missingScope: false, code: 'TIMEOUT', logId: null, scopes: ['hire:auth'] };
  const { getByText, getByRole } = showRoles(roles({ trouble: down }));
  getByText(/飞书没有给出角色列表（飞书响应超时（TIMEOUT）），下面是之前读到的角色/);
  getByRole('switch');
});

test('a person’s sessions end after a question that names them', async () => {
  const { getByRole, getByText, findByRole, user, sent } = showPeople([person()]);
  getByText('2 处登录');
  await user.click(getByRole('button', { name: '结束登录：李雷' }));
  const dialog = within(await findByRole('alertdialog'));
  dialog.getByText('结束 李雷 的全部登录？');
  await user.click(dialog.getByRole('button', { name: '结束全部登录' }));
  expect(sent()).toEqual(['POST /api/settings/sessions/end {"openId":"ou_2"}']);
});

test('who ends their own is told that it includes this session', async () => {
  const { getByRole, findByRole, user } = showPeople([person({ you: true })]);
  await user.click(getByRole('button', { name: '结束登录：李雷' }));
  within(await findByRole('alertdialog')).getByText('这也包括你现在的登录。');
});
