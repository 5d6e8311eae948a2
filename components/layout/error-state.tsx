'use client';

import { CircleAlert, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { CopyValue } from './copy-value';
import { StateFrame } from './state-frame';
import { errorFacts, useErrorWords } from './use-error-words';

type Props = {
  /** An ApiError, the plain facts of one, or anything thrown. */
  error: unknown;
  /** The one action; without it "try again" is not offered. */
  onRetry?: () => void;
  title?: ReactNode;
  /** What was kept and what to do, instead of the code's general words. */
  body?: ReactNode;
  className?: string;
};

/** Something failed: in words, with the code and the id to give to whoever helps. */
export function ErrorState({ error, onRetry, title, body, className }: Props) {
  const t = useTranslations('common');
  const words = useErrorWords();
  return (
    <StateFrame
      alert
      tone="critical"
      icon={CircleAlert}
      title={title ?? t('error.title')}
      body={
        <>
          <p>{body ?? words(error)}</p>
          <ErrorIds error={error} />
        </>
      }
      action={
        onRetry && (
          <Button onClick={onRetry}>
            <RotateCw aria-hidden="true" />
            {t('actions.retry')}
          </Button>
        )
      }
      className={className}
    />
  );
}

/** Code and ids of an error, each id copyable. */
export function ErrorIds({ error }: { error: unknown }) {
  const t = useTranslations('common.error');
  const { code, reason, logId, requestId } = errorFacts(error);
  return (
    <dl className="mt-2 flex flex-wrap justify-center gap-x-4 gap-y-1 text-sm text-faint">
      <div className="flex items-center gap-1">
        <dt>{t('code')}</dt>
        <dd className="font-mono">{reason ? `${code} · ${reason.split('.').at(-1)}` : code}</dd>
      </div>
      {logId && (
        <div className="flex min-w-0 items-center gap-1">
          <dt>{t('logId')}</dt>
          <dd className="min-w-0">
            <CopyValue value={logId} label={t('copyLogId')} />
          </dd>
        </div>
      )}
      {requestId && (
        <div className="flex min-w-0 items-center gap-1">
          <dt>{t('requestId')}</dt>
          <dd className="min-w-0">
            <CopyValue value={requestId} label={t('copyRequestId')} />
          </dd>
        </div>
      )}
    </dl>
  );
}
