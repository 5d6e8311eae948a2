'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CopyValue } from '@/components/layout/copy-value';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton, Loading } from '@/components/layout/loading';
import { Section } from '@/components/layout/section';
import { errorFacts } from '@/components/layout/use-error-words';
import { Callout } from '@/components/ui/callout';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { EventInboxDto } from '@/lib/domain/settings-events';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';
import { FailedEvents } from './failed-events';

/** What Feishu told of its own accord, and what of it waits for a person. */
export function EventInbox() {
  const t = useTranslations('settings.events');
  const { data, error, refetch } = useQuery(settingsQueries.events());
  return (
    <Section title={t('title')} note={t('note')} card>
      {error && !data && <ErrorState error={errorFacts(error)} onRetry={refetch} />}
      {!error && !data && (
        <Loading>
          <BlockSkeleton className="h-32" />
        </Loading>
      )}
      {data && <Inbox inbox={data} />}
    </Section>
  );
}

function Inbox({ inbox }: { inbox: EventInboxDto }) {
  const t = useTranslations('settings.events');
  return (
    <div className="grid gap-4">
      {!inbox.configured && (
        <Callout tone="caution">
          <TriangleAlert aria-hidden="true" />
          {t('notConfigured')}
        </Callout>
      )}
      <Figures inbox={inbox} />
      {inbox.last === null && <p className="text-pretty text-muted">{t('none')}</p>}
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        {inbox.callbackUrl === null ? (
          t('noAddress')
        ) : (
          <>
            {t('address')}
            <CopyValue value={inbox.callbackUrl} label={t('copyAddress')} />
          </>
        )}
      </p>
      {inbox.failed > 0 && <FailedEvents failed={inbox.failed} failures={inbox.failures} />}
    </div>
  );
}

function Figures({ inbox: { today, last, waiting, failed } }: { inbox: EventInboxDto }) {
  const t = useTranslations('settings.events');
  const format = useFormat();
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
      <Figure
        label={t('today')}
        value={format.number(today.webhook + today.websocket)}
        basis={t('byWay', {
          webhook: format.number(today.webhook),
          websocket: format.number(today.websocket),
        })}
      />
      <Figure
        label={t('last')}
        value={last === null ? t('never') : format.when(last.at)}
        basis={last && t(`way.${last.via}`)}
        quiet={last === null}
      />
      <Figure label={t('waiting')} value={format.number(waiting)} />
      <Figure label={t('failed')} value={format.number(failed)} critical={failed > 0} />
    </dl>
  );
}

type FigureProps = {
  label: string;
  value: ReactNode;
  basis?: ReactNode;
  critical?: boolean;
  quiet?: boolean;
};

function Figure({ label, value, basis, critical = false, quiet = false }: FigureProps) {
  return (
    <div className="grid content-start">
      <dt className="text-sm text-muted">{label}</dt>
      <dd
        className={cn(
          'text-xl font-semibold tabular-nums',
          critical && 'text-critical',
          quiet && 'font-normal text-faint',
        )}
      >
        {value}
      </dd>
      {basis && <dd className="text-sm text-faint">{basis}</dd>}
    </div>
  );
}
