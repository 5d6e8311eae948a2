'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton, Loading } from '@/components/layout/loading';
import { Section } from '@/components/layout/section';
import { errorFacts } from '@/components/layout/use-error-words';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { ApiRateDto } from '@/lib/domain/settings-calls';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';
import { useSpan } from './use-span';

/** Rows beyond these are told in one line, unless something holds them back. */
const SHOWN = 8;
/** Background reading's usual part of a limit; less is worth a word. */
const USUAL_SHARE = 0.95;

/** Each of Feishu's limits that was used in the last minute, and what holds us back. */
export function CallLimits() {
  const t = useTranslations('settings.calls');
  const { data, error, refetch } = useQuery(settingsQueries.calls());
  return (
    <Section title={t('title')} note={t('note')} card>
      {error && !data && <ErrorState error={errorFacts(error)} onRetry={refetch} />}
      {!error && !data && (
        <Loading>
          <BlockSkeleton className="h-32" />
        </Loading>
      )}
      {data && <Rates rates={data.rates} />}
    </Section>
  );
}

function Rates({ rates }: { rates: ApiRateDto[] }) {
  const t = useTranslations('settings.calls');
  const format = useFormat();
  const called = rates.filter((rate) => rate.lastMinute > 0 || isHeld(rate));
  if (called.length === 0) return <p className="text-muted">{t('none')}</p>;
  const shown = called.filter((rate, index) => index < SHOWN || isHeld(rate));
  const rest = called.filter((rate) => !shown.includes(rate));
  return (
    <>
      <ul aria-label={t('table')} className="grid divide-y divide-line border-y border-line">
        {shown.map((rate) => (
          <Rate key={rate.api} rate={rate} />
        ))}
      </ul>
      <p className="mt-2 flex flex-wrap gap-x-3 text-sm text-faint">
        <span>{t('mark', { percent: percentOf(USUAL_SHARE) })}</span>
        {rest.length > 0 && (
          <span>
            {t('rest', {
              count: rest.length,
              calls: format.number(rest.reduce((sum, { lastMinute }) => sum + lastMinute, 0)),
            })}
          </span>
        )}
      </p>
    </>
  );
}

const isHeld = (rate: ApiRateDto) =>
  rate.outsiderSeen || rate.pausedSeconds > 0 || rate.share < USUAL_SHARE;
const percentOf = (share: number) => `${Math.round(share * 100)}%`;

function Rate({ rate }: { rate: ApiRateDto }) {
  const t = useTranslations('settings.calls');
  const format = useFormat();
  const used = t('usedOf', {
    used: format.number(rate.lastMinute),
    limit: format.number(rate.perMinute),
  });
  return (
    <li className="grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[minmax(0,1fr)_7.5rem_9rem_minmax(0,13rem)]">
      <code className="min-w-0 text-sm wrap-anywhere">{rate.path}</code>
      <span className="text-sm text-muted tabular-nums sm:text-right">{used}</span>
      <Meter rate={rate} label={`${rate.path}: ${used}`} />
      <Standing rate={rate} />
    </li>
  );
}

/** What was used of a limit, with a mark where background reading stops. */
function Meter({ rate, label }: { rate: ApiRateDto; label: string }) {
  const t = useTranslations('settings.calls');
  const share = rate.share * 100;
  const used = Math.min(100, (rate.lastMinute / rate.perMinute) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(used)}
      title={t('shareHint', { percent: percentOf(rate.share) })}
      className="relative h-2"
    >
      <div className="absolute inset-x-0 top-0.5 h-1 overflow-hidden rounded-full bg-line">
        <div
          className={cn('h-full', rate.pausedSeconds > 0 ? 'bg-critical' : 'bg-accent')}
          style={{ width: `${used}%` }}
        />
      </div>
      <div className="absolute inset-y-0 w-px bg-text" style={{ left: `${share}%` }} />
    </div>
  );
}

function Standing({ rate }: { rate: ApiRateDto }) {
  const t = useTranslations('settings.calls');
  const span = useSpan();
  return (
    <span className="flex flex-wrap gap-x-2 text-sm text-muted">
      {rate.share < USUAL_SHARE && (
        <span className="tabular-nums">{t('share', { percent: percentOf(rate.share) })}</span>
      )}
      {rate.pausedSeconds > 0 && (
        <span className="font-medium text-critical">
          {t('paused', { span: span(rate.pausedSeconds) })}
        </span>
      )}
      {rate.outsiderSeen && <span className="font-medium text-caution">{t('yielding')}</span>}
    </span>
  );
}
