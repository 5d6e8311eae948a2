import { useTranslations } from 'next-intl';
import type { LifeLineModel } from '@/lib/domain/charts/life-line';
import type { ChartTable } from '@/lib/domain/charts/table';
import { useFormat } from '@/lib/i18n/use-format';

/** Everything on the axis as rows, in the order of time within each kind. */
export function useLifeTable(model: LifeLineModel): ChartTable {
  const t = useTranslations('charts.life');
  const common = useTranslations('common');
  const format = useFormat();
  return {
    columns: [
      { label: t('kind') },
      { label: t('name') },
      { label: t('detail') },
      { label: t('start') },
      { label: t('end') },
      { label: t('outcome') },
    ],
    rows: [
      ...[...model.educations, ...model.careers].map((range) => [
        t(range.kind),
        range.title,
        range.detail || null,
        format.month(range.start),
        range.end === null ? t('now') : format.month(range.end),
        null,
      ]),
      ...model.gaps.map((gap) => [
        t('gap'),
        null,
        null,
        format.month(gap.start),
        format.month(gap.end),
        null,
      ]),
      ...model.marks.map(({ application }) => [
        t('applications'),
        application.jobTitle,
        common(`steps.${application.step}`),
        format.date(application.createdAt),
        application.endedAt === null ? null : format.date(application.endedAt),
        common(`outcome.${application.outcome}`),
      ]),
    ],
  };
}
