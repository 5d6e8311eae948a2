import { fireEvent } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { Dialog, DialogContent, DialogTrigger } from './dialog';
import { SidePanel } from './side-panel';

test('a dialog takes the focus to its first field, holds it, and gives it back', async () => {
  const { user, getByRole, findByRole, queryByRole } = renderScreen(
    <Dialog>
      <DialogTrigger>终止投递</DialogTrigger>
      <DialogContent
        title="终止投递"
        description="王敏"
        closeLabel="关闭"
        footer={<Button>终止</Button>}
      >
        <input aria-label="原因" />
      </DialogContent>
    </Dialog>,
  );
  const trigger = getByRole('button', { name: '终止投递' });
  await user.click(trigger);
  const dialog = await findByRole('dialog', { name: '终止投递' });
  expect(document.activeElement).toBe(getByRole('textbox', { name: '原因' }));
  await user.tab();
  await user.tab();
  expect(document.activeElement).toBe(getByRole('button', { name: '关闭' }));
  await user.tab();
  expect(dialog.contains(document.activeElement)).toBe(true);
  await user.keyboard('{Escape}');
  expect(queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(getByRole('button', { name: '终止投递' }));
});

test('a question starts on "cancel" and cannot be left while its act runs', async () => {
  const onConfirm = vi.fn();
  const onOpenChange = vi.fn();
  const props = {
    open: true,
    onOpenChange,
    onConfirm,
    title: '终止这份投递？',
    description: '可以在之后恢复。',
    actionLabel: '终止投递',
    cancelLabel: '取消',
  };
  const { user, getByRole, rerender } = renderScreen(<ConfirmDialog {...props} />);
  expect(document.activeElement).toBe(getByRole('button', { name: '取消' }));
  await user.click(getByRole('button', { name: '终止投递' }));
  expect(onConfirm).toHaveBeenCalledTimes(1);
  rerender(<ConfirmDialog {...props} busy error="飞书拒绝了这次操作。" />);
  expect(getByRole('alert').textContent).toBe('飞书拒绝了这次操作。');
  await user.keyboard('{Escape}');
  await user.click(getByRole('button', { name: '终止投递' }));
  expect(onOpenChange).not.toHaveBeenCalled();
  expect(onConfirm).toHaveBeenCalledTimes(1);
});

function Panel() {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <button type="button" onClick={() => setOpen('王敏')}>
        王敏
      </button>
      <button type="button" onClick={() => setOpen('李雷')}>
        李雷
      </button>
      <SidePanel open={open !== null} onClose={() => setOpen(null)} title={open} closeLabel="关闭">
        <textarea aria-label="备注" />
      </SidePanel>
    </>
  );
}

test('a side panel leaves the list behind it alive and closes on Escape', async () => {
  const { user, getByRole, queryByRole } = renderScreen(<Panel />);
  await user.click(getByRole('button', { name: '王敏' }));
  expect(document.activeElement).toBe(getByRole('dialog', { name: '王敏' }));
  await user.click(getByRole('button', { name: '李雷' }));
  expect(getByRole('dialog', { name: '李雷' })).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(queryByRole('dialog')).toBeNull();
});

test('Escape in a field of a side panel leaves the field, and only then closes the panel', async () => {
  const { user, getByRole, queryByRole } = renderScreen(<Panel />);
  await user.click(getByRole('button', { name: '王敏' }));
  await user.type(getByRole('textbox', { name: '备注' }), '期望年底到岗');
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(getByRole('dialog', { name: '王敏' }));
  expect(getByRole('textbox', { name: '备注' })).toHaveProperty('value', '期望年底到岗');
  await user.keyboard('{Escape}');
  expect(queryByRole('dialog')).toBeNull();
});

test('Escape that ends a composition stays with it, in a side panel and in a question', async () => {
  const onOpenChange = vi.fn();
  const { user, getByRole } = renderScreen(<Panel />);
  await user.click(getByRole('button', { name: '王敏' }));
  const field = getByRole('textbox', { name: '备注' });
  field.focus();
  fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
  expect(document.activeElement).toBe(field);
  fireEvent.keyDown(field, { key: 'Escape', keyCode: 229 });
  expect(document.activeElement).toBe(field);
  await user.keyboard('{Escape}{Escape}');

  const question = renderScreen(
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      onConfirm={vi.fn()}
      title="终止这份投递？"
      description="可以在之后恢复。"
      actionLabel="终止投递"
      cancelLabel="取消"
    >
      <textarea aria-label="说明" />
    </ConfirmDialog>,
  );
  const note = question.getByRole('textbox', { name: '说明' });
  note.focus();
  fireEvent.keyDown(note, { key: 'Escape', isComposing: true });
  expect(onOpenChange).not.toHaveBeenCalled();
  fireEvent.keyDown(note, { key: 'Escape' });
  expect(onOpenChange).toHaveBeenCalledWith(false);
});
