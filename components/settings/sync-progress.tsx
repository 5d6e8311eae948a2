'use client';

import { useQuery } from '@tanstack/react-query';
import { RefreshCw, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CopyValue } from '@/components/layout/copy-value';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton, Loading } from '@/components/layout/loading';
import { Section } from '@/components/layout/section';
import { SyncNote } from '@/components/layout/sync-note';
import { errorFacts } from '@/components/layout/use-error-words';
import { WhenText } from '@/components/tables/cells';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Progress } from '@/components/ui/progress';
import { useSyncNow } from '@/lib/client/mutations/sync';
import { notify } from '@/lib/client/notify';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { SyncKindDto } from '@/lib/domain/settings';
import { useFormat } from '@/lib/i18n/use-format';

const TONE = { waiting: 'neutral', running: 'info', done: 'positive', failed: 'critical' } as const;

/** How far each kind of record is read, what the last round changed, and what went wrong. */
export function SyncProgress() {
  const t = useTranslations('settings.sync');
  const { data, error, refetch } = useQuery(settingsQueries.sync());
  const { mutate, isPending } = useSyncNow();
  return (
    <Section
      title={t('title')}
      note={data && t('interval', { seconds: data.intervalSeconds })}
      card
      actions={
        <Button
          size="sm"
          busy={isPending}
          onClick={() =>
            mutate(undefined, {
              onSuccess: () => notify({ tone: 'positive', title: t('asked') }),
              onError: () => notify({ tone: 'critical', title: t('askFailed') }),
            })
          }
        >
          <RefreshCw aria-hidden="true" />
          {t('now')}
        </Button>
      }
    >
      {error && !data && <ErrorState error={errorFacts(error)} onRetry={refetch} />}
      {!error && !data && (
        <Loading>
          <BlockSkeleton className="h-48" />
        </Loading>
      )}
      {data && (
        <div className="grid gap-3">
          <div className="flex items-center gap-3 text-sm text-muted">
            <SyncNote {...data.note} />
            {data.note.state !== 'complete' && (
              <Progress
                value={data.note.percent}
                label={t('whole', { percent: data.note.percent })}
                className="max-w-80 grow"
              />
            )}
          </div>
          {data.restartedBecause !== null && (
            <Callout tone="info">
              <TriangleAlert aria-hidden="true" />
              {t('restarted')}
            </Callout>
          )}
          {data.note.embedded && (
            <Callout tone="caution">
              <TriangleAlert aria-hidden="true" />
              {t('embedded')}
            </Callout>
          )}
          <ul className="grid divide-y divide-line border-y border-line">
            {data.kinds.map((kind) => (
              <Kind key={kind.kind} kind={kind} />
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

function Kind({ kind }: { kind: SyncKindDto }) {
  const t = useTranslations('settings.sync');
  const format = useFormat();
  const share = kind.total === null || kind.total === 0 ? null : (kind.done / kind.total) * 100;
  return (
    <li className="grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[9rem_5rem_1fr_7rem]">
      <span>{t(`kind.${kind.kind}`)}</span>
      <Badge tone={TONE[kind.state]} className="justify-self-start">
        {t(`state.${kind.state}`)}
      </Badge>
      <div className="min-w-0 text-sm text-muted">
        <div className="flex items-center gap-3">
          <span>
            {kind.total === null
              ? t('read', { done: format.number(kind.done) })
              : t('readOf', { done: format.number(kind.done), total: format.number(kind.total) })}
          </span>
          {share !== null && share < 100 && (
            <Progress
              value={share}
              label={t('whole', { percent: Math.floor(share) })}
              className="max-w-60 grow"
            />
          )}
          {kind.summary && (
            <span className="text-faint">
              {t('summary', {
                added: format.number(kind.summary.added),
                updated: format.number(kind.summary.updated),
                unchanged: format.number(kind.summary.unchanged),
                deleted: format.number(kind.summary.deleted),
              })}
            </span>
          )}
        </div>
        {kind.lastError && (
          <div className="flex flex-wrap items-center gap-2 text-critical">
            {t('error', { code: kind.lastError.code, time: format.when(kind.lastError.at) })}
            {kind.lastError.logId !== null && (
              <CopyValue value={kind.lastError.logId} label={t('copyLogId')} />
            )}
          </div>
        )}
      </div>
      <span className="text-sm text-muted sm:text-right">
        <WhenText at={kind.lastSuccessAt} />
      </span>
    </li>
  );
}
