import { useTranslations } from 'next-intl';
import { YOUNG_SHARE } from '@/lib/domain/funnel';
import type { FunnelDto, FunnelStepDto, ReportQuery } from '@/lib/domain/reports';
import { FEW, MIN_DENOMINATOR } from '@/lib/domain/statistics';
import { useFormat } from '@/lib/i18n/use-format';
import { Definition, Example, Terms } from './definition';
import { VendorTable } from './vendor-table';

const TERMS = [
  'unit',
  'cohort',
  'reached',
  'outcome',
  'rate',
  'hidden',
  'overall',
  'young',
] as const;

/** The step with the most decided cases: the example that is easiest to believe. */
function exampleOf(steps: readonly FunnelStepDto[]): FunnelStepDto | null {
  const shown = steps.filter(({ resolved }) => resolved.value !== null);
  return shown.reduce<FunnelStepDto | null>(
    (best, step) => (best && best.resolved.denominator >= step.resolved.denominator ? best : step),
    null,
  );
}

type Props = { funnel: FunnelDto; query: Partial<ReportQuery> };

export function FunnelDefinition({ funnel, query }: Props) {
  const t = useTranslations('reports.funnel');
  const names = useTranslations('common.steps');
  const format = useFormat();
  const constants = {
    least: MIN_DENOMINATOR,
    few: FEW,
    young: format.percent(YOUNG_SHARE, FEW),
  };
  const step = exampleOf(funnel.steps);
  return (
    <Definition title={t('title')} cohort={funnel.cohort} query={query}>
      <Terms
        terms={TERMS.map((term) => ({
          term: t(`terms.${term}.name`),
          meaning: t(`terms.${term}.meaning`, constants),
        }))}
      />
      {step && (
        <Example>
          {t('example', {
            step: names(step.step),
            passed: format.number(step.passed),
            dropped: format.number(step.dropped),
            inProgress: format.number(step.inProgress),
            reached: format.number(step.reached),
            rate: format.percent(step.resolved.value, step.resolved.denominator),
            low: format.percent(step.resolved.low, step.resolved.denominator),
            high: format.percent(step.resolved.high, step.resolved.denominator),
          })}
        </Example>
      )}
      <p className="text-muted">{t('bias')}</p>
      <VendorTable />
    </Definition>
  );
}
