'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { type ColumnModel, seriesTotal } from '@/lib/domain/charts/columns';
import { useFormat } from '@/lib/i18n/use-format';
import { ChartFrame } from './chart-frame';
import { PlotEmpty } from './plot-empty';
import { PlotSkeleton } from './plot-frame';

const ColumnsPlot = dynamic(() => import('./columns-plot').then((module) => module.ColumnsPlot), {
  ssr: false,
  loading: PlotSkeleton,
});

type Props = {
  model: ColumnModel;
  title: string;
  summary: ReactNode;
  note?: ReactNode;
  /** Heads the first column of the table: "Week", "Days". */
  pointLabel: string;
  fileName: string;
  /** Where a point leads; also on Enter. */
  onOpen?: (pointKey: string) => void;
  /** Classes of one scale: no room between them. */
  contiguous?: boolean;
  className?: string;
};

/** Columns over time or over classes, zero-based, each series named with its total. */
export function Columns({
  model,
  title,
  summary,
  note,
  pointLabel,
  fileName,
  onOpen,
  contiguous = false,
  className,
}: Props) {
  const format = useFormat();
  const several = model.series.length > 1;
  return (
    <ChartFrame
      title={title}
      summary={summary}
      note={note}
      fileName={fileName}
      className={className}
      table={{
        columns: [
          { label: pointLabel },
          ...model.series.map(({ label }) => ({ label, numeric: true })),
        ],
        rows: model.points.map(({ fullLabel, values }) => [
          fullLabel,
          ...model.series.map(({ key }) => values[key] ?? null),
        ]),
      }}
    >
      {model.points.length === 0 ? (
        <PlotEmpty />
      ) : (
        <>
          {several && (
            <ul className="mb-2 flex flex-wrap gap-x-4 text-sm text-muted">
              {model.series.map(({ key, label, color }) => (
                <li key={key} className="flex items-center gap-1.5">
                  <span
                    aria-hidden="true"
                    className="size-2.5 rounded-[2px]"
                    style={{ background: color }}
                  />
                  {label}
                  <span className="font-medium text-text">
                    {format.number(seriesTotal(model, key))}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <ColumnsPlot model={model} label={title} onOpen={onOpen} contiguous={contiguous} />
        </>
      )}
    </ChartFrame>
  );
}
