import { expect, test } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { NoteSection } from './note-section';

const notes = (applicationId: string) => (
  <NoteSection key={applicationId} applicationId={applicationId} notes={[]} asOf={null} mayAdd />
);

test('a note begun stays with its application while others are looked at and the panel is shut', async () => {
  const { user, getByRole, rerender } = renderScreen(notes('101'));
  const field = () => getByRole('textbox', { name: '添加备注' });
  await user.type(field(), '期望年底到岗');
  await user.click(getByRole('checkbox', { name: '仅自己可见' }));

  rerender(notes('102'));
  expect(field()).toHaveProperty('value', '');
  expect(getByRole('checkbox', { name: '仅自己可见' })).toHaveProperty('checked', false);

  rerender(<p>列表</p>);
  rerender(notes('101'));
  expect(field()).toHaveProperty('value', '期望年底到岗');
  expect(getByRole('checkbox', { name: '仅自己可见' })).toHaveProperty('checked', true);
});
