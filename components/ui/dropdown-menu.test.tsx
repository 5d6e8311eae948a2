import { waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from './dropdown-menu';

function Menu({ onMove }: { onMove: (stage: string) => void }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger>转移</DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuItem onSelect={() => onMove('evaluation')}>评估</DropdownMenuItem>
        <DropdownMenuItem disabled onSelect={() => onMove('test')}>
          笔试
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => onMove('interview')}>面试</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

test('a menu is worked by keys alone: open, pass over what is disabled, choose', async () => {
  const onMove = vi.fn();
  const { user, getByRole, findByRole, queryByRole } = renderScreen(<Menu onMove={onMove} />);
  getByRole('button').focus();
  await user.keyboard('{Enter}');
  await findByRole('menu');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('评估'));
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('面试');
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('评估');
  await user.keyboard('{End}{Enter}');
  expect(onMove.mock.calls).toEqual([['interview']]);
  expect(queryByRole('menu')).toBeNull();
});

test('Escape closes a menu and gives the focus back', async () => {
  const onMove = vi.fn();
  const { user, getByRole, findByRole, queryByRole } = renderScreen(<Menu onMove={onMove} />);
  await user.click(getByRole('button'));
  await findByRole('menu');
  await user.keyboard('{Escape}');
  expect(queryByRole('menu')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(getByRole('button', { name: '转移' })));
  expect(onMove).not.toHaveBeenCalled();
});
