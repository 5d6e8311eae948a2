import { expect, test, vi } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { useNeighbours } from './use-neighbours';

function Walk({ id, onSelect }: { id: string; onSelect: (id: string) => void }) {
  const { previous, next } = useNeighbours(id, ['101', '102', '103'], onSelect);
  return (
    <p>
      {previous ?? '无'} {next ?? '无'}
    </p>
  );
}

test('J and K go to the next and the previous of the list, and stop at its ends', async () => {
  const onSelect = vi.fn();
  const { user, rerender } = renderScreen(<Walk id="102" onSelect={onSelect} />);
  await user.keyboard('jk');
  expect(onSelect.mock.calls).toEqual([['103'], ['101']]);
  rerender(<Walk id="103" onSelect={onSelect} />);
  await user.keyboard('j');
  expect(onSelect).toHaveBeenCalledTimes(2);
});

test('from an application that the list does not hold, J goes to the first row', async () => {
  const onSelect = vi.fn();
  const { user, getByText } = renderScreen(<Walk id="999" onSelect={onSelect} />);
  expect(getByText('无 101')).toBeTruthy();
  await user.keyboard('kj');
  expect(onSelect.mock.calls).toEqual([['101']]);
});
