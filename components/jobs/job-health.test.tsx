import { expect, test } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { JobHealth } from './job-health';

test('the reason is said whole, on a second line where one is too short', () => {
  const { getByText } = renderScreen(
    <JobHealth health={{ level: 'stuck', reason: 'old_and_empty', stale: 0 }} />,
    { locale: 'en-US' },
  );
  const { className } = getByText('Open long, nobody joined');
  expect(className).toContain('whitespace-normal');
  expect(className).not.toContain('truncate');
});
