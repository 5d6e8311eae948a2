import { useTranslations } from 'next-intl';
import { KeyFigure } from '@/components/layout/key-figure';
import type { FunnelDto, ReportQuery } from '@/lib/domain/reports';
import { FEW, MIN_DENOMINATOR } from '@/lib/domain/statistics';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';
import { PeriodWords } from './period-words';
import { cohortHref } from './report-links';
import { useRateWords } from './use-rate-words';

type Props = { funnel: FunnelDto; query: Partial<ReportQuery> };

/** The cohort and its three fates, which add up to it, and the overall conversion. */
export function FunnelFigures({ funnel, query }: Props) {
  const t = useTranslations('reports.figures');
  const format = useFormat();
  const rateWords = useRateWords();
  const sum = (of: 'inProgress' | 'dropped') =>
    funnel.steps.reduce((total, step) => total + step[of], 0);
  // Active ones in the joined step are in progress there; the hired are the rest of it.
  const counts = [
    { key: 'cohort', value: funnel.cohort, status: 'all' },
    { key: 'active', value: sum('inProgress'), status: 'active' },
    { key: 'hired', value: funnel.hired, status: 'hired' },
    { key: 'ended', value: sum('dropped'), status: 'ended' },
  ] as const;
  const { overall } = funnel;
  const basis = (key: (typeof counts)[number]['key'], value: number) => {
    if (key === 'cohort') return <PeriodWords from={query.from} to={query.to} />;
    if (funnel.cohort < MIN_DENOMINATOR) return null;
    if (key !== 'hired')
      return t('share', { share: format.percent(value / funnel.cohort, funnel.cohort) });
    return value < MIN_DENOMINATOR
      ? null
      : t('perHire', { count: format.number(Math.round(funnel.cohort / value)) });
  };
  const few = overall.denominator < FEW;
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {counts.map(({ key, value, status }) => (
        <KeyFigure
          key={key}
          label={t(`${key}.label`)}
          value={format.number(value)}
          href={cohortHref(query, status)}
          basis={basis(key, value)}
          definition={t(`${key}.definition`)}
          definitionLabel={t('definitionOf', { label: t(`${key}.label`) })}
        />
      ))}
      <div className="col-span-2 grid lg:col-span-1">
        <KeyFigure
          label={t('overall.label')}
          value={
            <span className={cn(few && 'text-faint')}>
              {format.percent(overall.value, overall.denominator)}
            </span>
          }
          basis={rateWords(overall)}
          definition={t('overall.definition', { least: MIN_DENOMINATOR, few: FEW })}
          definitionLabel={t('definitionOf', { label: t('overall.label') })}
        />
      </div>
    </div>
  );
}
