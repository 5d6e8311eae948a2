'use client';

import { useTranslations } from 'next-intl';
import { FilterBar } from '@/components/layout/filter-bar';
import { FilterChoice } from '@/components/layout/filter-choice';
import { SearchField } from '@/components/ui/search-field';
import { Segmented } from '@/components/ui/segmented';
import type { JobListDto } from '@/lib/domain/jobs';
import { pickText } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';

const FACETS = [
  ['department', 'departments'],
  ['city', 'cities'],
  ['recruiter', 'recruiters'],
  ['manager', 'managers'],
] as const;
const STATUSES = ['open', 'closed', 'all'] as const;
const TYPES = ['all', 'social', 'campus'] as const;

type Values = {
  q: string;
  department: string[];
  city: string[];
  recruiter: string[];
  manager: string[];
  status: (typeof STATUSES)[number];
  type: 'social' | 'campus' | null;
};

type Props = {
  values: Values;
  facets: JobListDto['facets'] | undefined;
  onChange: (values: Partial<Values>) => void;
  onClear: () => void;
};

export function JobsFilterBar({ values, facets, onChange, onClear }: Props) {
  const t = useTranslations('jobs.filter');
  const actions = useTranslations('common.actions');
  const format = useFormat();
  const anySet =
    values.q !== '' ||
    values.status !== 'open' ||
    values.type !== null ||
    FACETS.some(([key]) => values[key].length > 0);
  return (
    <FilterBar
      onClear={anySet ? onClear : undefined}
      end={
        <Segmented
          name="job-status"
          label={t('status')}
          value={values.status}
          onChange={(status) => onChange({ status })}
          options={STATUSES.map((status) => ({ value: status, label: t(`statuses.${status}`) }))}
        />
      }
    >
      <SearchField
        value={values.q}
        onSearch={(q) => onChange({ q })}
        label={t('search')}
        clearLabel={actions('clear')}
      />
      <Segmented
        name="job-type"
        label={t('type')}
        value={values.type ?? 'all'}
        onChange={(type) => onChange({ type: type === 'all' ? null : type })}
        options={TYPES.map((type) => ({ value: type, label: t(`types.${type}`) }))}
      />
      {FACETS.map(([key, facet]) => (
        <FilterChoice
          key={key}
          label={t(key)}
          selected={values[key]}
          onChange={(selected) => onChange({ [key]: selected })}
          options={(facets?.[facet] ?? []).map((option) => {
            const name = pickText(option.name, format.locale);
            return {
              value: option.id,
              label: name?.text ?? option.id,
              lang: name?.lang,
              count: format.number(option.count),
            };
          })}
        />
      ))}
    </FilterBar>
  );
}
