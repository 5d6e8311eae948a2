'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { FilterChoice, type FilterOption } from '@/components/layout/filter-choice';
import { applicationQueries } from '@/lib/client/queries/applications';
import type { LocalizedText } from '@/lib/domain/common';
import { NONE_ID } from '@/lib/domain/none';
import type { Locale } from '@/lib/i18n/locale';
import { langOf, pickText } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';

export type FacetValues = {
  job: string[];
  source: string[];
  department: string[];
  recruiter: string[];
};

type Props = {
  values: FacetValues;
  onChange: (values: Partial<FacetValues>) => void;
  /** Off on one job's own screen. */
  showJob: boolean;
};

const named = (id: string, name: LocalizedText, locale: Locale): FilterOption => {
  const picked = pickText(name, locale);
  return { value: id, label: picked?.text ?? id, lang: picked?.lang };
};

/** Job, source, department and recruiter, as far as the viewer's applications know them. */
export function FacetChoices({ values, onChange, showJob }: Props) {
  const t = useTranslations('pipeline.filter');
  const { locale } = useFormat();
  const { data } = useQuery(applicationQueries.facets());
  return (
    <>
      {showJob && (
        <FilterChoice
          label={t('job')}
          selected={values.job}
          onChange={(job) => onChange({ job })}
          options={(data?.jobs ?? []).map((job) => ({
            value: job.id,
            label: job.title,
            lang: langOf(job.title),
          }))}
        />
      )}
      <FilterChoice
        label={t('source')}
        selected={values.source}
        onChange={(source) => onChange({ source })}
        options={[
          ...(data?.sources ?? []).map((source) => named(source.id, source.name, locale)),
          ...(values.source.includes(NONE_ID) ? [{ value: NONE_ID, label: t('noSource') }] : []),
        ]}
      />
      {showJob && (
        <>
          <FilterChoice
            label={t('department')}
            selected={values.department}
            onChange={(department) => onChange({ department })}
            options={(data?.departments ?? []).map((item) => named(item.id, item.name, locale))}
          />
          <FilterChoice
            label={t('recruiter')}
            selected={values.recruiter}
            onChange={(recruiter) => onChange({ recruiter })}
            options={(data?.recruiters ?? []).map((person) =>
              named(person.openId, person.name, locale),
            )}
          />
        </>
      )}
    </>
  );
}
