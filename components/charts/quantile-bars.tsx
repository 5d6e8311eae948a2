'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { QuantileModel, QuantileRow } from '@/lib/domain/charts/quantiles';
import { FEW } from '@/lib/domain/statistics';
import { useFormat } from '@/lib/i18n/use-format';
import { ChartFrame } from './chart-frame';
import { QuantileBar } from './quantile-bar';

type Props = {
  model: QuantileModel;
  title?: string;
  fileName?: string;
  /** Links under a row: those waiting, those over the limit. */
  waiting?: (row: QuantileRow) => ReactNode;
  /** Said after the chart's own notes. */
  note?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

/** Days in each stage: half, three quarters and nine tenths of the completed visits, on one axis. */
export function QuantileBars({
  model,
  title,
  fileName = 'time-in-stage',
  waiting,
  note,
  actions,
  className,
}: Props) {
  const t = useTranslations('charts.time');
  const steps = useTranslations('common.steps');
  const format = useFormat();
  const nameOf = (row: QuantileRow) => (row.name ? format.text(row.name) : steps(row.step));
  const slowest = model.rows
    .filter(({ median, few }) => median !== null && !few)
    .reduce<QuantileRow | null>(
      (worst, row) => ((row.median ?? 0) > (worst?.median ?? -1) ? row : worst),
      null,
    );
  /** Left out of the comparison, and said so: one long stay would make any stage the slowest. */
  const tooFew = model.rows.some(({ median, few }) => median !== null && few);
  return (
    <ChartFrame
      title={title ?? t('title')}
      className={className}
      fileName={fileName}
      actions={actions}
      summary={
        slowest
          ? t(tooFew ? 'summaryAmong' : 'summary', {
              stage: nameOf(slowest),
              median: format.days(slowest.median),
              p90: format.days(slowest.p90),
              few: FEW,
            })
          : t(model.rows.some(({ at }) => at !== null) ? 'summaryFew' : 'summaryNone', { few: FEW })
      }
      note={
        <>
          <p className="flex items-center gap-2">
            <span aria-hidden="true" className="h-3.5 w-0.5 shrink-0 bg-text" />
            {t('limitNote')}
          </p>
          <p>{t('note')}</p>
          {note}
        </>
      }
      table={{
        columns: [
          { label: t('stage') },
          { label: t('median'), numeric: true },
          { label: t('p75'), numeric: true },
          { label: t('p90'), numeric: true },
          { label: t('completed'), numeric: true },
          { label: t('waiting'), numeric: true },
          { label: t('waitingMedian'), numeric: true },
          { label: t('stale'), numeric: true },
          { label: t('sla'), numeric: true },
        ],
        rows: model.rows.map((row) => [
          nameOf(row),
          row.median,
          row.p75,
          row.p90,
          row.completed,
          row.waiting,
          row.waitingMedian,
          row.stale,
          row.slaDays > 0 ? row.slaDays : null,
        ]),
      }}
    >
      <div className="@container">
        <ol className="grid gap-2">
          {model.rows.map((row) => (
            <QuantileBar
              key={row.key}
              row={row}
              name={nameOf(row)}
              ticks={model.ticks}
              max={model.max}
              waiting={waiting?.(row)}
            />
          ))}
        </ol>
        <div
          aria-hidden="true"
          className="mt-1 grid grid-cols-1 gap-x-4 @lg:grid-cols-[7rem_minmax(0,1fr)_10.5rem] @4xl:grid-cols-[7rem_minmax(0,1fr)_10.5rem_24rem]"
        >
          <div className="relative h-4 text-xs text-faint @lg:col-start-2">
            {model.ticks.map((tick) => (
              <span
                key={tick}
                className="absolute -translate-x-1/2 whitespace-nowrap first:translate-x-0 last:-translate-x-full"
                style={{ left: `${(tick / model.max) * 100}%` }}
              >
                {tick === 0 ? '0' : format.daysShort(tick)}
              </span>
            ))}
          </div>
          <span className="text-xs text-faint @lg:col-start-3 @lg:row-start-1">{t('legend')}</span>
        </div>
      </div>
    </ChartFrame>
  );
}
