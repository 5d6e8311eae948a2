import { useTranslations } from 'next-intl';
import { ACCIDENTAL_MINUTES } from '@/lib/domain/accidental';
import type { ReportQuery, TimeInStageRowDto } from '@/lib/domain/reports';
import { FEW } from '@/lib/domain/statistics';
import { STEP_SLA_DAYS } from '@/lib/domain/steps';
import { useFormat } from '@/lib/i18n/use-format';
import { Definition, Example, Terms } from './definition';

const TERMS = [
  'visit',
  'completed',
  'quantiles',
  'waiting',
  'reentry',
  'accidental',
  'latest',
  'days',
  'limits',
] as const;

type Props = {
  rows: readonly TimeInStageRowDto[];
  cohort: number;
  query: Partial<ReportQuery>;
};

export function TimeDefinition({ rows, cohort, query }: Props) {
  const t = useTranslations('reports.time');
  const steps = useTranslations('common.steps');
  const format = useFormat();
  const sum = (of: (row: TimeInStageRowDto) => number) =>
    format.number(rows.reduce((total, row) => total + of(row), 0));
  const values = {
    few: FEW,
    minutes: ACCIDENTAL_MINUTES,
    accidental: sum((row) => row.accidental),
    latest: sum((row) => row.estimated ?? 0),
    completed: sum((row) => row.completed),
    ...STEP_SLA_DAYS,
  };
  const shown = rows.filter(({ median }) => median !== null);
  const row = shown.reduce<TimeInStageRowDto | null>(
    (best, next) => (best && best.completed >= next.completed ? best : next),
    null,
  );
  return (
    <Definition title={t('title')} cohort={cohort} query={query}>
      <Terms
        terms={TERMS.map((term) => ({
          term: t(`terms.${term}.name`),
          meaning: t(`terms.${term}.meaning`, values),
        }))}
      />
      {row && (
        <Example>
          {t('example', {
            stage: row.name ? format.text(row.name) : steps(row.step),
            completed: format.number(row.completed),
            median: format.days(row.median),
            p75: format.days(row.p75),
            p90: format.days(row.p90),
            waiting: format.number(row.waiting),
          })}
        </Example>
      )}
      <p className="text-muted">{t('sum')}</p>
    </Definition>
  );
}
