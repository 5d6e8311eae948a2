'use client';

import { useTranslations } from 'next-intl';
import type { ApplicationDto, VisitDto } from '@/lib/domain/applications';
import { stepColor } from '@/lib/domain/charts/palette';
import { STEPS } from '@/lib/domain/steps';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';

const DAY = 86_400_000;

/** Whole time in one stage over all visits, in days of 24 hours; the last one ended at `end`. */
function daysIn(visits: readonly VisitDto[], end: number): number | null {
  const known = visits.filter((visit) => visit.enteredAt !== null && !visit.accidental);
  if (known.length === 0) return null;
  return known.reduce((sum, visit) => {
    const from = Date.parse(visit.enteredAt ?? '');
    const to = visit.exitedAt === null ? end : Date.parse(visit.exitedAt);
    return sum + Math.max(0, to - from) / DAY;
  }, 0);
}

/** The process as a track: passed stages with their days, the present one, what lies ahead. */
export function StageTrack({ application }: { application: ApplicationDto }) {
  const t = useTranslations('applications.track');
  const format = useFormat();
  const { row, stages, visits, sync } = application;
  const now = sync.asOf === null ? Date.now() : Math.max(Date.parse(sync.asOf), 0);
  const presentAt = stages.findIndex((stage) => stage.id === row.stage.id);
  if (stages.length === 0) return null;
  return (
    <ol className="flex gap-1 overflow-x-auto pb-1" aria-label={t('label')}>
      {stages.map((stage, at) => {
        const here = visits.filter((visit) => visit.stage.id === stage.id);
        const spent = daysIn(here, row.outcome === 'active' ? Date.now() : now);
        const step = STEPS.find((name) => name === stage.step) ?? 'screen';
        const present = stage.id === row.stage.id;
        // The open visit counts calendar days, as the header and every card do.
        const open = present && row.outcome === 'active' && here.length === 1;
        const days = open ? format.daysSince(row.stageEnteredAt) : spent;
        const visited = here.length > 0;
        const skipped = !visited && at < presentAt;
        return (
          <li
            key={stage.id}
            aria-current={present ? 'step' : undefined}
            className="grid min-w-18 flex-1 content-start gap-1"
          >
            <span
              aria-hidden="true"
              className={cn('h-1.5 rounded-full', !visited && 'bg-line')}
              style={visited ? { background: stepColor(step) } : undefined}
            />
            <span
              className={cn(
                'truncate text-xs',
                present ? 'font-semibold text-text' : visited ? 'text-muted' : 'text-faint',
              )}
              title={format.text(stage.name)}
            >
              {format.text(stage.name)}
            </span>
            <span className="truncate text-xs text-faint">
              {days !== null ? format.days(days) : skipped ? t('skipped') : ' '}
              {here.length > 1 && ` · ${t('visits', { count: here.length })}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
