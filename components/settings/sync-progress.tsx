'use client';

import { useQuery } from '@tanstack/react-query';
import { CirclePause, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton, Loading } from '@/components/layout/loading';
import { Section } from '@/components/layout/section';
import { SyncNote } from '@/components/layout/sync-note';
import { errorFacts, useErrorWords } from '@/components/layout/use-error-words';
import { Callout } from '@/components/ui/callout';
import { Progress } from '@/components/ui/progress';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { SyncKind, SyncStateDto } from '@/lib/domain/settings';
import { useFormat } from '@/lib/i18n/use-format';
import { SyncActions } from './sync-actions';
import { SyncKindRow } from './sync-kind-row';
import { usePaces } from './use-paces';
import { useSpan } from './use-span';

/** How far each kind of record is read, how old it may be, and what went wrong. */
export function SyncProgress() {
  const t = useTranslations('settings.sync');
  const { data, error, refetch } = useQuery(settingsQueries.sync());
  return (
    <Section title={t('title')} card actions={data && <SyncActions state={data} />}>
      {error && !data && <ErrorState error={errorFacts(error)} onRetry={refetch} />}
      {!error && !data && (
        <Loading>
          <BlockSkeleton className="h-96" />
        </Loading>
      )}
      {error && data && <Stale error={error} at={data.at} />}
      {data && <State state={data} />}
    </Section>
  );
}

/** The page asks every other second: what it shows is old once nobody answers. */
function Stale({ error, at }: { error: Error; at: string }) {
  const t = useTranslations('settings.sync');
  const words = useErrorWords();
  const format = useFormat();
  return (
    <Callout tone="caution" role="status" className="mb-3">
      <TriangleAlert aria-hidden="true" />
      {t('stale', { time: format.when(at), why: words(error) })}
    </Callout>
  );
}

function State({ state }: { state: SyncStateDto }) {
  const t = useTranslations('settings.sync');
  const span = useSpan();
  const paces = usePaces(state);
  const { note } = state;
  const left = paces.get('applications')?.secondsLeft;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <SyncNote {...note} />
        {note.state !== 'complete' && (
          <>
            <Progress
              value={note.percent}
              label={t('whole', { percent: note.percent })}
              className="max-w-80 grow basis-32"
            />
            {left != null && <span>{t('left', { span: span(left) })}</span>}
          </>
        )}
      </div>
      {note.paused && <Paused {...note.paused} />}
      {state.leftOut.length > 0 && <LeftOut leftOut={state.leftOut} />}
      {state.restartedBecause !== null && (
        <Callout tone="info">
          <TriangleAlert aria-hidden="true" />
          {t('restarted')}
        </Callout>
      )}
      {note.embedded && (
        <Callout tone="caution">
          <TriangleAlert aria-hidden="true" />
          {t('embedded')}
        </Callout>
      )}
      <ul className="grid divide-y divide-line border-y border-line">
        {state.kinds.map((kind) => (
          <SyncKindRow
            key={kind.kind}
            kind={kind}
            pace={paces.get(kind.kind)}
            at={state.at}
            paused={note.paused !== null}
            held={isHeld(kind.kind, state.leftOut)}
          />
        ))}
      </ul>
    </div>
  );
}

/** Its walk waits for the next month, as far as it can be left out. */
function isHeld(kind: SyncKind, leftOut: SyncStateDto['leftOut']): boolean {
  if (leftOut.includes('everything')) return true;
  return kind === 'applications' && leftOut.includes('ended_applications');
}

function LeftOut({ leftOut }: Pick<SyncStateDto, 'leftOut'>) {
  const t = useTranslations('settings.sync');
  const all = leftOut.includes('everything');
  return (
    <Callout tone={all ? 'critical' : 'caution'} role="status">
      <TriangleAlert aria-hidden="true" />
      <div>
        <p>{t(all ? 'budgetGone' : 'budgetSaving')}</p>
        {!all && (
          <ul className="list-disc pl-5">
            {leftOut.map((what) => (
              <li key={what}>{t(`leftOut.${what}`)}</li>
            ))}
          </ul>
        )}
      </div>
    </Callout>
  );
}

function Paused({ at, by }: NonNullable<SyncStateDto['note']['paused']>) {
  const t = useTranslations('settings.sync');
  const format = useFormat();
  const time = format.when(at);
  return (
    <Callout tone="info" role="status">
      <CirclePause aria-hidden="true" />
      {by === null ? t('pausedUnknown', { time }) : t('pausedBy', { time, name: format.text(by) })}
    </Callout>
  );
}
