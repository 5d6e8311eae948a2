'use client';

import { useTranslations } from 'next-intl';
import { FilterBar } from '@/components/layout/filter-bar';
import { FilterChoice } from '@/components/layout/filter-choice';
import { SearchField } from '@/components/ui/search-field';
import {
  DEGREE_FLOORS,
  TALENT_STATUSES,
  type TalentFilterValues,
  YEAR_FLOORS,
} from './filter-values';

type Props = {
  values: TalentFilterValues;
  /** Phone and e-mail are found only by who may see them: offered only to them. */
  mayFindContact: boolean;
  onSearch: (q: string) => void;
  onChange: (values: Partial<TalentFilterValues>) => void;
  onClear: () => void;
};

const HIGHEST = DEGREE_FLOORS[0];

export function TalentFilterBar({ values, mayFindContact, onSearch, onChange, onClear }: Props) {
  const t = useTranslations('talents.filter');
  const degrees = useTranslations('talents.degree');
  const actions = useTranslations('common.actions');
  const anySet =
    values.q !== '' ||
    values.degree !== null ||
    values.minYears !== null ||
    values.status !== 'all';
  return (
    <FilterBar onClear={anySet ? onClear : undefined}>
      <SearchField
        value={values.q}
        onSearch={onSearch}
        label={t(mayFindContact ? 'searchAll' : 'search')}
        clearLabel={actions('clear')}
        maxLength={100}
        className="w-96 max-sm:w-64"
      />
      <FilterChoice
        label={t('degree')}
        single
        selected={values.degree === null ? [] : [String(values.degree)]}
        onChange={([chosen]) =>
          onChange({ degree: DEGREE_FLOORS.find((degree) => String(degree) === chosen) ?? null })
        }
        options={DEGREE_FLOORS.map((degree) => ({
          value: String(degree),
          label:
            degree === HIGHEST
              ? degrees(`${degree}`)
              : t('degreeFrom', { degree: degrees(`${degree}`) }),
        }))}
      />
      <FilterChoice
        label={t('years')}
        single
        selected={values.minYears === null ? [] : [String(values.minYears)]}
        onChange={([chosen]) =>
          onChange({ minYears: YEAR_FLOORS.find((years) => String(years) === chosen) ?? null })
        }
        options={YEAR_FLOORS.map((years) => ({
          value: String(years),
          label: t('yearsFrom', { years }),
        }))}
      />
      <FilterChoice
        label={t('status')}
        single
        selected={values.status === 'all' ? [] : [values.status]}
        onChange={([chosen]) =>
          onChange({ status: TALENT_STATUSES.find((status) => status === chosen) ?? 'all' })
        }
        options={(['active', 'none_active'] as const).map((status) => ({
          value: status,
          label: t(`statuses.${status}`),
        }))}
      />
    </FilterBar>
  );
}
