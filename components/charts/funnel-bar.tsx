import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { FunnelOutcome, FunnelRow } from '@/lib/domain/charts/funnel';
import { stepColor } from '@/lib/domain/charts/palette';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';

/** Full, then pale, then outlined: told apart without colour, and named underneath. */
function fillOf(outcome: FunnelOutcome, color: string): string {
  if (outcome === 'passed') return color;
  if (outcome === 'in_progress') return `color-mix(in oklab, ${color} 45%, var(--color-surface))`;
  return 'var(--color-surface)';
}

type Props = { row: FunnelRow; immature: boolean; className?: string };

export function FunnelBar({ row, immature, className }: Props) {
  const t = useTranslations('charts.funnel');
  const steps = useTranslations('common.steps');
  const format = useFormat();
  const color = stepColor(row.step);
  const shown = row.segments.filter(({ count }) => count > 0);
  const words = (outcome: FunnelOutcome, count: number) =>
    t('segment', { step: steps(row.step), outcome: t(outcome), count: format.number(count) });
  return (
    <div className={cn('min-w-0', className)}>
      <div className="flex h-6 w-full gap-px rounded-control bg-sunken">
        {shown.map(({ outcome, count, width, href }) => (
          // For the pointer; the keyboard has the words underneath.
          <Link
            key={outcome}
            href={href}
            prefetch={false}
            tabIndex={-1}
            aria-hidden="true"
            title={words(outcome, count)}
            className={cn(
              'h-full min-w-1 rounded-[2px] border hover:opacity-80',
              outcome === 'in_progress' && immature && 'hatched',
            )}
            style={{
              width: `${width}%`,
              backgroundColor: fillOf(outcome, color),
              borderColor: outcome === 'dropped' ? 'var(--color-edge)' : color,
            }}
          />
        ))}
      </div>
      <div className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-muted">
        {shown.map(({ outcome, count, href }) => (
          <Link
            key={outcome}
            href={href}
            prefetch={false}
            aria-label={words(outcome, count)}
            className="rounded-control hover:text-accent hover:underline"
          >
            {t(outcome)} {format.number(count)}
          </Link>
        ))}
        {row.skipped > 0 && (
          <span
            className="text-faint"
            title={t('skippedWords', { count: format.number(row.skipped) })}
          >
            {t('skipped')} {format.number(row.skipped)}
          </span>
        )}
      </div>
    </div>
  );
}
