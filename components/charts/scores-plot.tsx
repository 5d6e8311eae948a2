'use client';

import { useTranslations } from 'next-intl';
import {
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart,
  ResponsiveContainer,
  Tooltip,
} from 'recharts';
import type { ScoreModel } from '@/lib/domain/charts/scores';
import { langOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { ChartTooltip } from './chart-tooltip';
import { PLOT_HEIGHT } from './plot-frame';

const HEIGHT = PLOT_HEIGHT + 24;
const COLOR = 'var(--color-step-4)';
/** In Latin letters; a Han character is as wide as two. */
const LONGEST_NAME = 20;

export function ScoresPlot({ model, label }: { model: ScoreModel; label: string }) {
  const t = useTranslations('charts.scores');
  const frame = useTranslations('charts.frame');
  const format = useFormat();
  const score = (value: number) => format.number(Math.round(value * 10) / 10);
  const data = model.axes.map((axis) => {
    const name = format.text(axis.name);
    return { id: axis.id, point: `${shorten(name)} ${score(axis.mean)}`, mean: axis.mean };
  });
  return (
    <div style={{ height: HEIGHT }}>
      <ResponsiveContainer
        width="100%"
        height={HEIGHT}
        initialDimension={{ width: 400, height: HEIGHT }}
      >
        <RadarChart
          data={data}
          accessibilityLayer
          outerRadius="78%"
          aria-label={`${label}. ${frame('keys')}`}
        >
          <PolarGrid stroke="var(--color-line)" />
          <PolarAngleAxis dataKey="point" tick={{ fill: 'var(--color-muted)', fontSize: 12 }} />
          <PolarRadiusAxis domain={[0, model.of]} tick={false} axisLine={false} />
          <Tooltip
            isAnimationActive={false}
            content={({ active, activeIndex }) => {
              const axis = active ? model.axes[Number(activeIndex)] : undefined;
              if (!axis) return null;
              return (
                <ChartTooltip
                  title={t('point', {
                    name: format.text(axis.name),
                    mean: score(axis.mean),
                    of: model.of,
                    n: axis.n,
                  })}
                  lines={axis.by.map((one, at) => ({
                    key: `${at}`,
                    label: format.text(one.name),
                    value: score(one.score),
                    color: COLOR,
                  }))}
                />
              );
            }}
          />
          <Radar
            dataKey="mean"
            stroke={COLOR}
            strokeWidth={2}
            fill={COLOR}
            fillOpacity={0.18}
            isAnimationActive={false}
            dot={{ r: 3, fill: COLOR, stroke: 'var(--color-surface)', fillOpacity: 1 }}
          />
        </RadarChart>
      </ResponsiveContainer>
    </div>
  );
}

function shorten(name: string): string {
  let width = 0;
  const chars = [...name];
  const cut = chars.findIndex((char) => {
    width += langOf(char) === 'zh-CN' ? 2 : 1;
    return width > LONGEST_NAME;
  });
  return cut === -1 ? name : `${chars.slice(0, cut).join('').trimEnd()}…`;
}
