import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { FunnelRow } from '@/lib/domain/charts/funnel';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';

/** How many reached the step, as the link to all of them; who skipped it is in the tooltip. */
export function FunnelCount({ row, className }: { row: FunnelRow; className?: string }) {
  const t = useTranslations('charts.funnel');
  const steps = useTranslations('common.steps');
  const format = useFormat();
  const count = format.number(row.reached);
  return (
    <span className={cn('text-right', className)}>
      <Link
        href={row.href}
        prefetch={false}
        aria-label={t('reachedLink', { step: steps(row.step), count })}
        title={
          row.skipped > 0 ? t('skippedWords', { count: format.number(row.skipped) }) : undefined
        }
        className="font-medium hover:text-accent hover:underline"
      >
        {count}
      </Link>
    </span>
  );
}
