'use client';

import { useTranslations } from 'next-intl';
import type { LifeLineModel, LifeRange } from '@/lib/domain/charts/life-line';
import { ChartFrame } from './chart-frame';
import { LifeMarks } from './life-marks';
import { LifeRow } from './life-row';
import { PlotEmpty } from './plot-empty';
import { useLifeTable } from './use-life-table';

type Props = {
  model: LifeLineModel;
  title?: string;
  fileName?: string;
  /** Words of a degree code, for the education rows. */
  degreeWords?: (degree: number) => string | null;
  className?: string;
};

/** Education and jobs as ranges on one axis of years, gaps hatched, applications as marks. */
export function LifeLine({ model, title, fileName = 'timeline', degreeWords, className }: Props) {
  const t = useTranslations('charts.life');
  const table = useLifeTable(model);
  const { educations, careers, marks, gaps } = model;
  const empty = educations.length + careers.length + marks.length === 0;
  const detailOf = (range: LifeRange) =>
    [range.detail, range.degree === null ? null : degreeWords?.(range.degree)]
      .filter(Boolean)
      .join(' · ');
  const groups = [
    { key: 'education', label: t('education'), ranges: educations },
    {
      key: 'career',
      label: t('career'),
      ranges: [...careers, ...gaps].sort((a, b) => a.at - b.at),
    },
  ];
  return (
    <ChartFrame
      title={title ?? t('title')}
      className={className}
      fileName={fileName}
      table={table}
      summary={
        empty
          ? t('empty')
          : t('summary', {
              educations: educations.length,
              careers: careers.length,
              applications: marks.length,
            })
      }
      note={model.undated > 0 && <p>{t('undated', { count: model.undated })}</p>}
    >
      {empty ? (
        <PlotEmpty />
      ) : (
        <div className="@container">
          <div className="grid gap-3">
            {groups
              .filter(({ ranges }) => ranges.length > 0)
              .map(({ key, label, ranges }) => (
                <section key={key} aria-label={label}>
                  <h3 className="text-xs text-faint">{label}</h3>
                  <ul>
                    {ranges.map((range) => (
                      <LifeRow
                        key={range.key}
                        range={range}
                        detail={range.kind === 'gap' ? '' : detailOf(range)}
                        ticks={model.ticks}
                      />
                    ))}
                  </ul>
                </section>
              ))}
            {marks.length > 0 && <LifeMarks marks={marks} ticks={model.ticks} />}
          </div>
          <Axis ticks={model.ticks} />
        </div>
      )}
    </ChartFrame>
  );
}

function Axis({ ticks }: { ticks: LifeLineModel['ticks'] }) {
  return (
    <div
      aria-hidden="true"
      className="mt-1 grid grid-cols-1 gap-x-4 @xl:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <div className="relative h-4 border-t border-edge text-xs text-faint @xl:col-start-2">
        {ticks.map(({ year, at }) => (
          <span key={year} className="absolute pt-0.5" style={{ left: `${at}%` }}>
            {year}
          </span>
        ))}
      </div>
    </div>
  );
}
