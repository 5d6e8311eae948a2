'use client';

import { useTranslations } from 'next-intl';
import { KeyFigure } from '@/components/layout/key-figure';
import { applicationsHref } from '@/lib/domain/links';
import { STEP_SLA_DAYS } from '@/lib/domain/steps';
import type { FigureDto } from '@/lib/domain/today';
import { useFormat } from '@/lib/i18n/use-format';

type Props = {
  figures: readonly FigureDto[];
  /** False while the first read runs: nothing found yet is no zero, and no change is a change. */
  complete: boolean;
};

/** The key figures; each is the length of the list it opens. */
export function Figures({ figures, complete }: Props) {
  const t = useTranslations('today.figure');
  const format = useFormat();
  if (figures.length === 0) return null;
  return (
    <div className="grid grid-cols-2 gap-3 max-sm:[&>:last-child:nth-child(odd)]:col-span-2 sm:grid-cols-3 lg:grid-cols-5">
      {figures.map((figure) => {
        const change =
          figure.previous === null || !complete ? null : figure.value - figure.previous;
        return (
          <KeyFigure
            key={figure.key}
            label={t(`${figure.key}.label`)}
            value={format.number(complete || figure.value > 0 ? figure.value : null)}
            href={applicationsHref(figure.filter)}
            basis={t(`${figure.key}.basis`)}
            change={
              change === null
                ? undefined
                : change === 0
                  ? t('same')
                  : t(change > 0 ? 'more' : 'fewer', { count: Math.abs(change) })
            }
            definition={t(`${figure.key}.definition`, STEP_SLA_DAYS)}
            definitionLabel={t('definitionOf', { label: t(`${figure.key}.label`) })}
            tone={figure.key === 'stuck' && figure.value > 0 ? 'caution' : 'neutral'}
          />
        );
      })}
    </div>
  );
}
