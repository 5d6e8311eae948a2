'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { prepareHistogram } from '@/lib/domain/charts/histogram';
import { useFormat } from '@/lib/i18n/use-format';
import { Columns } from './columns';

type Props = {
  values: readonly number[];
  title: string;
  summary: ReactNode;
  /** What is counted: "Applications". */
  countLabel: string;
  /** Words of a bound: `format.days`, `format.number`. */
  bound: (value: number) => string;
  fileName: string;
  note?: ReactNode;
  className?: string;
};

/** How values are spread: counts by classes of equal width, the long tail in one open class. */
export function Histogram({ values, countLabel, bound, note, ...frame }: Props) {
  const t = useTranslations('charts.histogram');
  const format = useFormat();
  const model = prepareHistogram(values, {
    series: countLabel,
    color: 'var(--color-step-3)',
    range: (from, to) =>
      to === null
        ? t('from', { from: bound(from) })
        : t('range', { from: format.number(from), to: bound(to) }),
  });
  return <Columns model={model} pointLabel={t('class')} note={note} contiguous {...frame} />;
}
