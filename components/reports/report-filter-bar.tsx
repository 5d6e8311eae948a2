'use client';

import { useTranslations } from 'next-intl';
import { FilterBar } from '@/components/layout/filter-bar';
import { FacetChoices, type FacetValues } from '@/components/pipeline/facet-choices';
import { Segmented } from '@/components/ui/segmented';
import { type OwnPeriod, PeriodChoice } from './period-choice';
import type { Period } from './periods';

const TYPES = ['all', 'social', 'campus'] as const;

type Values = FacetValues & { period: Period; type: 'social' | 'campus' | null };

type Props = {
  values: Values;
  own: OwnPeriod;
  onChange: (values: Partial<Values>) => void;
  onOwn: (own: OwnPeriod) => void;
  /** Given while anything but the usual period is asked for. */
  onClear?: () => void;
};

/** What every report below is about. */
export function ReportFilterBar({ values, own, onChange, onOwn, onClear }: Props) {
  const t = useTranslations('reports.filter');
  return (
    <FilterBar onClear={onClear}>
      <PeriodChoice
        period={values.period}
        own={own}
        onPeriod={(period) => onChange({ period })}
        onOwn={onOwn}
      />
      <Segmented
        name="report-type"
        label={t('type')}
        value={values.type ?? 'all'}
        onChange={(type) => onChange({ type: type === 'all' ? null : type })}
        options={TYPES.map((type) => ({ value: type, label: t(`types.${type}`) }))}
      />
      <FacetChoices values={values} onChange={onChange} showJob />
    </FilterBar>
  );
}
