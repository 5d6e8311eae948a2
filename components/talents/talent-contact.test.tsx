import { expect, test, vi } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { TalentContact } from './talent-contact';

const masked = { phone: '138****1849', email: 'b***@example.com', mayReveal: true };
const plain = { phone: '13800001849', email: 'boheng@example.com' };

/** Our own API, as the browser meets it. */
function answerWith(status: number, body: unknown) {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
    const type = status === 200 ? 'application/json' : 'application/problem+json';
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
  });
}

test('contact is masked until asked for, and hiding it forgets it everywhere', async () => {
  const asked = answerWith(200, plain);
  const { user, getByRole, getByText, findByText, container, queryClient } = renderScreen(
    <TalentContact talentId="77" contact={masked} />,
  );
  getByText(masked.phone);
  getByText(/每次显示都会记入审计日志/);
  expect(asked).not.toHaveBeenCalled();

  await user.click(getByRole('button', { name: '显示联系方式' }));
  await findByText(plain.phone);
  getByText(plain.email);
  expect(container.textContent).not.toContain(masked.phone);
  expect(asked.mock.calls[0]?.[0]).toBe('/api/talents/77/contact');
  expect(asked.mock.calls[0]?.[1]?.method).toBe('POST');

  await user.click(getByRole('button', { name: '隐藏' }));
  await findByText(masked.phone);
  expect(container.textContent).not.toContain(plain.phone);
  const kept = [
    ...queryClient.getQueryCache().getAll(),
    ...queryClient.getMutationCache().getAll(),
  ].map(({ state }) => JSON.stringify(state));
  expect(kept.join()).not.toContain(plain.phone);
});

test('showing it again is another request, so another entry in the log', async () => {
  const asked = answerWith(200, plain);
  const { user, getByRole, findByText } = renderScreen(
    <TalentContact talentId="77" contact={masked} />,
  );
  await user.click(getByRole('button', { name: '显示联系方式' }));
  await findByText(plain.phone);
  await user.click(getByRole('button', { name: '隐藏' }));
  await user.click(getByRole('button', { name: '显示联系方式' }));
  await findByText(plain.phone);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('a refusal says why and leaves the mask on', async () => {
  answerWith(403, { code: 'FORBIDDEN', status: 403, title: 'Not allowed', detail: 'No' });
  const { user, getByRole, findByRole, getByText } = renderScreen(
    <TalentContact talentId="77" contact={masked} />,
  );
  await user.click(getByRole('button', { name: '显示联系方式' }));
  expect((await findByRole('alert')).textContent).toContain('你的角色不能执行此操作');
  getByText(masked.phone);
});

test('who may not see it is offered nothing and reads whom it is for', () => {
  const { queryByRole, getByText } = renderScreen(
    <TalentContact talentId="77" contact={{ ...masked, mayReveal: false }} />,
  );
  expect(queryByRole('button')).toBeNull();
  getByText(masked.email);
  getByText(/仅该人选所投职位的招聘官和管理员可查看/);
});

test('where Feishu holds no contact there is nothing to reveal', () => {
  const { queryByRole, getByText } = renderScreen(
    <TalentContact talentId="77" contact={{ phone: null, email: null, mayReveal: true }} />,
  );
  expect(queryByRole('button')).toBeNull();
  getByText(/飞书中没有联系方式/);
});
