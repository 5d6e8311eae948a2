'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { seriesTotal } from '@/lib/domain/charts/columns';
import { prepareTrend } from '@/lib/domain/charts/trend';
import type { TrendDto } from '@/lib/domain/reports';
import { useFormat } from '@/lib/i18n/use-format';
import { Columns } from './columns';

type Props = {
  trend: TrendDto;
  onOpen?: (weekStart: string) => void;
  note?: ReactNode;
  className?: string;
};

/** New applications and joins by week. */
export function Trend({ trend, onOpen, note, className }: Props) {
  const t = useTranslations('charts.trend');
  const frame = useTranslations('charts.frame');
  const format = useFormat();
  const model = prepareTrend(trend, {
    created: t('created'),
    hired: t('hired'),
    short: format.dateShort,
    full: (day) => t('week', { day: format.date(day) }),
  });
  return (
    <Columns
      model={model}
      title={t('title')}
      pointLabel={t('period')}
      fileName="trend"
      className={className}
      onOpen={onOpen}
      note={note}
      summary={
        model.points.length === 0
          ? frame('empty')
          : t('summary', {
              created: format.number(seriesTotal(model, 'created')),
              hired: format.number(seriesTotal(model, 'hired')),
              weeks: model.points.length,
            })
      }
    />
  );
}
