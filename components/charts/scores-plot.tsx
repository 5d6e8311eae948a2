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
import { wrapLabel } from '@/lib/domain/charts/wrap';
import { useFormat } from '@/lib/i18n/use-format';
import { ChartTooltip } from './chart-tooltip';
import { PLOT_HEIGHT } from './plot-frame';

const HEIGHT = PLOT_HEIGHT + 24;
const COLOR = 'var(--color-step-4)';
const LINE_WIDTH = 12;
const LINE_HEIGHT = 15;

export function ScoresPlot({ model, label }: { model: ScoreModel; label: string }) {
  const t = useTranslations('charts.scores');
  const frame = useTranslations('charts.frame');
  const unit = useTranslations('common.unit');
  const format = useFormat();
  const score = (value: number) => format.number(Math.round(value * 10) / 10);
  const data = model.axes.map((axis) => {
    const name = format.text(axis.name);
    return {
      id: axis.id,
      point: [
        ...wrapLabel(name, LINE_WIDTH),
        `${score(axis.mean)} (${unit('ofN', { n: axis.n })})`,
      ].join('\n'),
      mean: axis.mean,
    };
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
          outerRadius="66%"
          aria-label={`${label}. ${frame('keys')}`}
        >
          <PolarGrid stroke="var(--color-line)" />
          <PolarAngleAxis dataKey="point" tick={(props) => <AxisName {...props} />} />
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

type AxisNameProps = {
  x: number | string;
  y: number | string;
  /** Degrees against the clock from the right. */
  angle: number;
  textAnchor: string;
  payload: { value: string };
};

/** The dimension in one or two lines, its mean under it, with how many gave it. */
function AxisName({ x, y, angle, textAnchor, payload }: AxisNameProps) {
  const lines = payload.value.split('\n');
  const parts = lines.map((line, at) => ({
    line,
    key: `line ${at}`,
    mean: at === lines.length - 1,
  }));
  const anchor = textAnchor === 'start' || textAnchor === 'end' ? textAnchor : 'middle';
  const height = (lines.length - 1) * LINE_HEIGHT;
  // Beside its axis a name is centred on it; above or below it grows away from the drawing.
  const above =
    anchor !== 'middle' ? height / 2 : Math.sin((angle * Math.PI) / 180) > 0 ? height : 0;
  const top = Number(y) - above;
  return (
    <text x={x} y={top} textAnchor={anchor} dominantBaseline="central" fontSize={12}>
      {parts.map(({ line, key, mean }) => (
        <tspan
          key={key}
          x={x}
          dy={key === 'line 0' ? 0 : LINE_HEIGHT}
          fill={mean ? 'var(--color-text)' : 'var(--color-muted)'}
          fontWeight={mean ? 500 : 400}
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}
