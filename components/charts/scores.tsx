'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import type { ScoreAxis, ScoreModel } from '@/lib/domain/charts/scores';
import { useFormat } from '@/lib/i18n/use-format';
import { ChartFrame } from './chart-frame';
import { PlotSkeleton } from './plot-frame';
import { ScoreBars } from './score-bars';

const ScoresPlot = dynamic(() => import('./scores-plot').then((module) => module.ScoresPlot), {
  ssr: false,
  loading: PlotSkeleton,
});

type Props = { model: ScoreModel; title?: string; fileName?: string; className?: string };

/** Mean interview scores: a radar from three dimensions on, bars below that. */
export function Scores({ model, title, fileName = 'interview-scores', className }: Props) {
  const t = useTranslations('charts.scores');
  const frame = useTranslations('charts.frame');
  const format = useFormat();
  const score = (value: number) => format.number(Math.round(value * 10) / 10);
  const ranked = [...model.all].sort((a, b) => b.mean - a.mean);
  const best = ranked[0];
  const worst = ranked.at(-1);
  const bySeparator = format.locale === 'zh-CN' ? '、' : ', ';
  const names = ({ by }: ScoreAxis) =>
    by
      .map((one) => t('byOne', { name: format.text(one.name), score: score(one.score) }))
      .join(bySeparator);

  return (
    <ChartFrame
      title={title ?? t('title')}
      fileName={fileName}
      className={className}
      summary={
        best && worst && best !== worst
          ? t('summary', {
              best: format.text(best.name),
              bestMean: score(best.mean),
              worst: format.text(worst.name),
              worstMean: score(worst.mean),
              of: model.of,
            })
          : best
            ? t('summaryOne', {
                best: format.text(best.name),
                bestMean: score(best.mean),
                of: model.of,
              })
            : frame('empty')
      }
      note={
        <>
          <p>{t('scale', { of: model.of })}</p>
          {model.leftOut > 0 && <p>{t('leftOut', { count: model.leftOut })}</p>}
        </>
      }
      table={{
        columns: [
          { label: t('dimension') },
          { label: t('mean'), numeric: true },
          { label: t('n'), numeric: true },
          { label: t('by') },
        ],
        rows: model.all.map((axis) => [
          format.text(axis.name),
          Math.round(axis.mean * 100) / 100,
          axis.n,
          names(axis),
        ]),
      }}
    >
      {model.shape === 'radar' ? (
        <ScoresPlot model={model} label={title ?? t('title')} />
      ) : (
        <ScoreBars model={model} />
      )}
    </ChartFrame>
  );
}
