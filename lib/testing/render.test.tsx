import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { expect, test } from 'vitest';
import { takeComplaints } from './dom-setup';
import { renderScreen } from './render';

function Probe() {
  const t = useTranslations('common');
  const [status, setStatus] = useQueryState('status', parseAsString);
  const router = useRouter();
  return (
    <>
      <h1>{t('appName')}</h1>
      <button type="button" onClick={() => setStatus('closed')}>
        {status}
      </button>
      <button type="button" onClick={() => router.push('/jobs')}>
        go
      </button>
    </>
  );
}

test('a screen reads its words, its address and its router', async () => {
  const { user, getByText, getByRole, router, onUrlUpdate } = renderScreen(<Probe />, {
    locale: 'en-US',
    url: '/jobs?status=open',
  });
  expect(getByRole('heading').textContent).not.toBe('');
  await user.click(getByText('open'));
  expect(getByText('closed')).toBeTruthy();
  expect(onUrlUpdate.mock.calls[0]?.[0].queryString).toBe('?status=closed');
  await user.click(getByText('go'));
  expect(router.push).toHaveBeenCalledWith('/jobs');
});

test('what React complains about is kept, and fails a test that does not take it', () => {
  renderScreen([<p key="same">1</p>, <p key="same">2</p>]);
  expect(takeComplaints().join()).toContain('same key');
});
