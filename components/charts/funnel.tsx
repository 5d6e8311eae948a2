'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Swatch } from '@/components/ui/swatch';
import type { FunnelModel } from '@/lib/domain/charts/funnel';
import { stepColor } from '@/lib/domain/charts/palette';
import { MIN_DENOMINATOR } from '@/lib/domain/statistics';
import { useFormat } from '@/lib/i18n/use-format';
import { ChartFrame } from './chart-frame';
import { FunnelBar } from './funnel-bar';
import { FunnelCount } from './funnel-count';
import { PlotEmpty } from './plot-empty';
import { RateWhisker } from './rate-whisker';
import { useFunnelTable } from './use-funnel-table';

type Props = {
  model: FunnelModel;
  title?: string;
  fileName?: string;
  /** Said after the chart's own notes. */
  note?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

/** One row a step: what became of those who reached it, each part a link to exactly its rows. */
export function Funnel({ model, title, fileName = 'funnel', note, actions, className }: Props) {
  const t = useTranslations('charts.funnel');
  const steps = useTranslations('common.steps');
  const format = useFormat();
  const table = useFunnelTable(model);
  const { overall, maturity } = model;
  const young = model.rows.find(({ step }) => step === maturity.step);
  const counts = { cohort: format.number(model.cohort), hired: format.number(model.hired) };

  return (
    <ChartFrame
      title={title ?? t('title')}
      className={className}
      fileName={fileName}
      table={table}
      actions={actions}
      summary={
        <>
          <p>
            {model.cohort === 0
              ? t('empty')
              : overall.value === null
                ? t('summaryFew', counts)
                : t('summary', {
                    ...counts,
                    rate: format.percent(overall.value, overall.denominator),
                  })}
          </p>
          {model.cohort > 0 && maturity.immature && (
            <p className="mt-1 flex items-center gap-2">
              <span aria-hidden="true" className="hatched size-3.5 shrink-0 bg-step-3" />
              {young
                ? t(young.reached < MIN_DENOMINATOR ? 'immatureFew' : 'immatureShare', {
                    step: steps(young.step),
                    count: format.number(
                      young.segments.find(({ outcome }) => outcome === 'in_progress')?.count,
                    ),
                    reached: format.number(young.reached),
                    share: format.percent(maturity.share, young.reached),
                  })
                : t('immatureRecent', { days: format.days(maturity.p90Days) })}
            </p>
          )}
        </>
      }
      note={
        model.cohort > 0 && (
          <>
            <p>
              {t('unit')} · {t('rateHelp')}
            </p>
            {note}
          </>
        )
      }
    >
      {model.cohort === 0 ? (
        <PlotEmpty />
      ) : (
        <div className="@container">
          <FunnelHead />
          <ol className="grid gap-1">
            {model.rows.map((row) => (
              <li
                key={row.step}
                className="grid grid-cols-[1fr_auto] items-start gap-x-4 gap-y-1 py-1.5 @2xl:grid-cols-[6.5rem_minmax(0,1fr)_3.5rem_9.5rem_5rem]"
              >
                <span className="flex items-center gap-1.5 leading-6">
                  <Swatch color={stepColor(row.step)} />
                  {steps(row.step)}
                </span>
                <FunnelBar
                  row={row}
                  immature={maturity.immature}
                  className="col-span-2 row-start-2 @2xl:col-span-1 @2xl:row-auto"
                />
                <FunnelCount row={row} className="leading-6" />
                {row.rate.weight === 'nobody' ? (
                  <span className="text-sm leading-6 text-faint @2xl:pl-2">
                    {row.step !== 'joined' && t('allSkipped')}
                  </span>
                ) : (
                  <RateWhisker
                    rate={row.rate}
                    className="col-start-1 row-start-3 min-h-6 @2xl:col-auto @2xl:row-auto"
                  />
                )}
                <span className="row-start-3 text-right text-sm leading-6 text-muted @2xl:row-auto">
                  {row.step === 'joined' ? null : row.medianDays === null ? (
                    <span className="text-faint" title={t('medianNone')}>
                      –
                    </span>
                  ) : (
                    <>
                      <span className="@2xl:sr-only">{t('medianShort')} </span>
                      {format.daysShort(row.medianDays)}
                    </>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </ChartFrame>
  );
}

/** Words over the columns, where they stand side by side; each cell also speaks for itself. */
function FunnelHead() {
  const t = useTranslations('charts.funnel');
  return (
    <div
      aria-hidden="true"
      className="mb-1 hidden grid-cols-[6.5rem_minmax(0,1fr)_3.5rem_9.5rem_5rem] gap-x-4 text-xs text-faint @2xl:grid"
    >
      <span>{t('step')}</span>
      <span />
      <span className="text-right">{t('reached')}</span>
      <span className="pl-2">{t('rate')}</span>
      <span className="text-right">{t('median')}</span>
    </div>
  );
}
