'use client';

import { useNow, useTranslations } from 'next-intl';
import { DAY_MS } from '@/lib/domain/stale';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';

type Props = {
  /** When the open stage was entered, ISO; null while the body is not read. */
  since: string | null;
  /** Calendar days a person may wait here; 0: no limit. */
  slaDays: number;
};

/** Days in the stage against its limit: the bar fills, turns caution past it, critical past twice. */
export function DaysInStage({ since, slaDays }: Props) {
  const t = useTranslations('pipeline.card');
  const format = useFormat();
  const now = useNow();
  if (since === null) return null;
  const days = Math.max(0, format.daysSince(since) ?? 0);
  // As the stale filter has it, to the millisecond: the colour and the list never disagree.
  // Below zero where the card came after the page's own clock was read.
  const share = slaDays === 0 ? 0 : (now.getTime() - Date.parse(since)) / (slaDays * DAY_MS);
  const level = share > 2 ? 'critical' : share > 1 ? 'caution' : 'calm';
  return (
    <span
      className="inline-flex shrink-0 items-center gap-1.5 text-xs"
      title={t('sinceTitle', { date: format.dateTime(since), sla: slaDays })}
    >
      {slaDays > 0 && (
        <span aria-hidden="true" className="h-1 w-8 overflow-hidden rounded-full bg-sunken">
          <span
            className={cn(
              'block h-full rounded-full',
              level === 'calm' && 'bg-edge',
              level === 'caution' && 'bg-caution',
              level === 'critical' && 'bg-critical',
            )}
            style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }}
          />
        </span>
      )}
      <span
        className={cn(
          level === 'calm' && 'text-muted',
          level === 'caution' && 'font-medium text-caution',
          level === 'critical' && 'font-medium text-critical',
        )}
      >
        {t('days', { days })}
        {level !== 'calm' && <span className="sr-only">{t('overdue', { sla: slaDays })}</span>}
      </span>
    </span>
  );
}
