'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  Rectangle,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { ColumnModel } from '@/lib/domain/charts/columns';
import { useFormat } from '@/lib/i18n/use-format';
import { ChartTooltip } from './chart-tooltip';
import { PLOT_HEIGHT } from './plot-frame';

type Props = {
  model: ColumnModel;
  label: string;
  onOpen?: (pointKey: string) => void;
  contiguous: boolean;
};

const TICK = { fill: 'var(--color-faint)', fontSize: 12 };

export function ColumnsPlot({ model, label, onOpen, contiguous }: Props) {
  const t = useTranslations('charts.frame');
  const format = useFormat();
  const hatch = useId();
  const data = model.points.map(({ key, label: point, partial, values }) => ({
    ...values,
    key,
    point,
    partial,
  }));
  const pointAt = (index: unknown) => model.points[Number(index)];

  return (
    <div style={{ height: PLOT_HEIGHT }} className="[&_svg:focus-visible]:rounded-control">
      <ResponsiveContainer
        width="100%"
        height={PLOT_HEIGHT}
        initialDimension={{ width: 640, height: PLOT_HEIGHT }}
      >
        <BarChart
          data={data}
          accessibilityLayer
          aria-label={`${label}. ${t('keys')}`}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          barGap={1}
          barCategoryGap={contiguous ? 1 : '20%'}
          onClick={({ activeTooltipIndex }) => {
            const point = pointAt(activeTooltipIndex);
            if (point) onOpen?.(point.key);
          }}
        >
          <defs>
            <pattern
              id={hatch}
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="2" height="5" fill="var(--color-surface)" fillOpacity="0.6" />
            </pattern>
          </defs>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="point"
            tick={TICK}
            tickLine={false}
            axisLine={{ stroke: 'var(--color-edge)' }}
            interval="preserveStartEnd"
            minTickGap={16}
          />
          <YAxis
            width={40}
            domain={[0, model.max]}
            ticks={[...model.ticks]}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            tickFormatter={(value: number) => format.compact(value)}
          />
          <Tooltip
            cursor={{ fill: 'var(--color-hover)' }}
            isAnimationActive={false}
            content={({ active, activeIndex }) => {
              const point = active ? pointAt(activeIndex) : undefined;
              if (!point) return null;
              return (
                <ChartTooltip
                  title={point.partial ? t('partial', { label: point.fullLabel }) : point.fullLabel}
                  lines={model.series.map((series) => ({
                    key: series.key,
                    label: series.label,
                    color: series.color,
                    value: format.number(point.values[series.key]),
                  }))}
                />
              );
            }}
          />
          {model.series.map((series) => (
            <Bar
              key={series.key}
              dataKey={series.key}
              fill={series.color}
              isAnimationActive={false}
              maxBarSize={contiguous ? undefined : 32}
              shape={(props: BarShapeProps) => (
                <>
                  <Rectangle {...props} radius={[2, 2, 0, 0]} />
                  {pointAt(props.index)?.partial && (
                    <Rectangle {...props} fill={`url(#${hatch})`} radius={[2, 2, 0, 0]} />
                  )}
                </>
              )}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
