'use client';

import { useTranslations } from 'next-intl';
import type { ApplicationRowDto } from '@/lib/domain/pipeline';
import { useFormat } from '@/lib/i18n/use-format';

type Props = { row: Pick<ApplicationRowDto, 'turn' | 'stageEnteredAt'> };

/** How long whose turn it is has had it; beside it, quieter, the days in the stage. */
export function WaitingTime({ row }: Props) {
  const t = useTranslations('today.stuck');
  const format = useFormat();
  const inStage = format.daysSince(row.stageEnteredAt);
  const waiting = format.daysSince(row.turn?.since ?? row.stageEnteredAt);
  if (waiting === null) return null;
  return (
    <span className="inline-flex items-baseline justify-end gap-3">
      {inStage !== null && (
        <span className="text-xs text-faint max-sm:hidden">{t('inStage', { days: inStage })}</span>
      )}
      <span className="text-right sm:min-w-20">{t('waiting', { days: waiting })}</span>
    </span>
  );
}
