import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { Button } from './button';
import { Checkbox } from './checkbox';
import { Field } from './field';
import { Input } from './input';
import { Segmented } from './segmented';
import { Select } from './select';
import { Switch } from './switch';
import { Toggle } from './toggle';

test('a busy button keeps its focus and its name, and does nothing', async () => {
  const onClick = vi.fn();
  const { user, getByRole, rerender } = renderScreen(<Button onClick={onClick}>终止投递</Button>);
  const button = getByRole('button', { name: '终止投递' });
  await user.click(button);
  rerender(
    <Button busy onClick={onClick}>
      终止投递
    </Button>,
  );
  await user.click(button);
  expect(onClick).toHaveBeenCalledTimes(1);
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-busy')).toBe('true');
});

test('a field ties its control to its name, its hint and its error', () => {
  const draw = (error?: string) => (
    <Field label="手机" hint="十一位" error={error} required>
      {(control) => <Input {...control} />}
    </Field>
  );
  const { getByLabelText, getByRole, rerender } = renderScreen(draw());
  const input = getByLabelText(/手机/);
  const described = () => document.getElementById(input.getAttribute('aria-describedby') ?? '');
  expect(described()?.textContent).toBe('十一位');
  expect(input.hasAttribute('aria-invalid')).toBe(false);
  rerender(draw('少了两位'));
  expect(described()?.textContent).toBe('少了两位');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(getByRole('alert').textContent).toBe('少了两位');
});

test('a select and a field name each other', async () => {
  const { user, getByRole } = renderScreen(
    <Field label="原因">
      {(control) => (
        <Select {...control}>
          <option value="1">技能不匹配</option>
          <option value="2">薪资</option>
        </Select>
      )}
    </Field>,
  );
  const select = getByRole('combobox', { name: '原因' });
  await user.selectOptions(select, '薪资');
  expect(select).toHaveProperty('value', '2');
});

test('a checkbox over some of many is neither on nor off', () => {
  const { getByRole } = renderScreen(<Checkbox label="全选" indeterminate />);
  expect(getByRole('checkbox', { name: '全选' })).toHaveProperty('indeterminate', true);
});

function Choices({ onUnit }: { onUnit: (unit: string) => void }) {
  const [on, setOn] = useState(false);
  const [unit, setUnit] = useState<'calendar' | 'work'>('calendar');
  return (
    <>
      <Switch label="提醒" checked={on} onCheckedChange={setOn} />
      <Toggle pressed={on} onClick={() => setOn(!on)}>
        只看超期
      </Toggle>
      <Segmented
        label="单位"
        name="unit"
        value={unit}
        onChange={(value) => {
          setUnit(value);
          onUnit(value);
        }}
        options={[
          { value: 'calendar', label: '日历日' },
          { value: 'work', label: '工作日' },
        ]}
      />
    </>
  );
}

test('a switch and a toggle say their state, a segmented control is one group of radios', async () => {
  const onUnit = vi.fn();
  const { user, getByRole } = renderScreen(<Choices onUnit={onUnit} />);
  const turn = getByRole('switch', { name: '提醒' });
  expect(turn.getAttribute('aria-checked')).toBe('false');
  turn.focus();
  await user.keyboard(' ');
  expect(turn.getAttribute('aria-checked')).toBe('true');
  expect(getByRole('button', { name: '只看超期' }).getAttribute('aria-pressed')).toBe('true');
  await user.click(getByRole('radio', { name: '工作日' }));
  expect(getByRole('group', { name: '单位' })).toBeTruthy();
  expect(getByRole('radio', { name: '工作日' })).toHaveProperty('checked', true);
  expect(onUnit.mock.calls).toEqual([['work']]);
});
