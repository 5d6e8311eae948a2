import { expect, test } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { DateText, DaysText, LocalizedText, NumberText, PercentText, WhenText } from './cells';

test('what is not known is a dash that is read as "unknown", never a zero', () => {
  const { container } = renderScreen(
    <>
      <NumberText value={null} />
      <DaysText days={undefined} />
      <PercentText share={0} n={0} />
      <DateText at={null} />
      <LocalizedText text={{ zh: '', en: '' }} />
    </>,
  );
  expect(container.textContent).toBe('–未知'.repeat(5));
});

test('a zero that is known is a zero', () => {
  const { container } = renderScreen(
    <>
      <NumberText value={0} /> <PercentText share={0} n={40} />
    </>,
  );
  expect(container.textContent).toBe('0 0% n = 40');
});

test('a share says what it rests on, and is pale where that is little', () => {
  const { getByText } = renderScreen(<PercentText share={0.5} n={19} />);
  expect(getByText(/50%/).className).toContain('text-faint');
});

test('a moment is short to the eye and whole on hover and to a machine', () => {
  const { getByText } = renderScreen(<WhenText at="2026-06-28T06:30:00Z" />, {
    now: new Date('2026-06-30T02:00:00Z'),
  });
  const time = getByText('2 天前');
  expect(time.getAttribute('title')).toBe('2026年6月28日 周日 14:30');
  expect(time.getAttribute('datetime')).toBe('2026-06-28T06:30:00Z');
});

test('a name in the other language says which it is in', () => {
  const { getByText } = renderScreen(<LocalizedText text={{ zh: '研发部', en: '' }} />, {
    locale: 'en-US',
  });
  expect(getByText('研发部').getAttribute('lang')).toBe('zh-CN');
});
