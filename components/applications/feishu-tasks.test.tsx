import { expect, test } from 'vitest';
import { anApplication } from '@/lib/testing/application';
import { renderScreen } from '@/lib/testing/render';
import { ApplicationActions } from './application-actions';

const href = 'https://example.feishu.cn/hire/101';
const NOTHING = { move: false, end: false, recover: false, note: true };

test('what waits for the viewer in Feishu is one click away, in a tab of its own', () => {
  const { getByRole } = renderScreen(
    <ApplicationActions
      application={anApplication({
        allowed: NOTHING,
        feishuTasks: [
          { kind: 'evaluate', own: true, href },
          { kind: 'feedback', own: true, href: `${href}/5` },
        ],
      })}
    />,
  );
  const link = getByRole('link', { name: '去飞书评估' });
  expect(link.getAttribute('href')).toBe(href);
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toBe('noopener');
  expect(getByRole('link', { name: '去飞书填面评' }).getAttribute('href')).toBe(`${href}/5`);
});

test('without a configured link it is said where in Feishu, and no button leads nowhere', () => {
  const { getByText, queryByRole } = renderScreen(
    <ApplicationActions
      application={anApplication({
        feishuTasks: [{ kind: 'schedule', own: true, href: null }],
      })}
    />,
  );
  expect(getByText('面试在飞书招聘的人选详情页安排。')).toBeTruthy();
  expect(queryByRole('link')).toBeNull();
});
