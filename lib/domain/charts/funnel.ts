import type { ApplicationFilter } from '@/lib/domain/application-filter';
import { applicationsHref } from '@/lib/domain/links';
import type { FunnelDto, FunnelStepDto, RateDto } from '@/lib/domain/reports';
import { FEW } from '@/lib/domain/statistics';
import type { Step } from '@/lib/domain/steps';

export const FUNNEL_OUTCOMES = ['passed', 'in_progress', 'dropped'] as const;
export type FunnelOutcome = (typeof FUNNEL_OUTCOMES)[number];

export type FunnelSegment = {
  outcome: FunnelOutcome;
  count: number;
  /** Percent of the cohort. */
  width: number;
  /** The list of exactly `count` applications. */
  href: string;
};

export type FunnelRate = RateDto & {
  /**
   * `none`: under five, no percentage; `few`: under twenty, grey; `enough`. `nobody`: everybody
   * skipped the step, or no step comes after it, so that there is nothing to pass.
   */
  weight: 'none' | 'few' | 'enough' | 'nobody';
};

export type FunnelRow = {
  step: Step;
  reached: number;
  skipped: number;
  href: string;
  segments: readonly FunnelSegment[];
  rate: FunnelRate;
  medianDays: number | null;
};

export type FunnelModel = {
  cohort: number;
  hired: number;
  overall: FunnelRate;
  rows: readonly FunnelRow[];
  maturity: FunnelDto['maturity'];
};

/**
 * The honest funnel as bars (PRODUCT section 4), each against the length of the whole cohort.
 * @param filter what the cohort was asked with; each segment opens it with its own step and outcome
 */
export function prepareFunnel(dto: FunnelDto, filter: ApplicationFilter): FunnelModel {
  const whole = Math.max(dto.cohort, 1);
  return {
    cohort: dto.cohort,
    hired: dto.hired,
    overall: weighed(dto.overall),
    maturity: dto.maturity,
    rows: dto.steps.map((row) => {
      const base: ApplicationFilter = { ...filter, status: 'all', reached: row.step };
      const counts = { passed: row.passed, in_progress: row.inProgress, dropped: row.dropped };
      return {
        step: row.step,
        reached: row.reached,
        skipped: row.skipped,
        href: applicationsHref(base),
        segments: FUNNEL_OUTCOMES.map((outcome) => ({
          outcome,
          count: counts[outcome],
          width: (counts[outcome] / whole) * 100,
          href: applicationsHref({ ...base, outcome }),
        })),
        rate: hasRate(row) ? weighed(row.resolved) : unclaimed(row.resolved),
        medianDays: row.medianDays,
      };
    }),
  };
}

const hasRate = ({ step, reached, skipped }: FunnelStepDto) =>
  step !== 'joined' && (reached === 0 || skipped < reached);

/** Keeps how many were decided, says no share of them. */
const unclaimed = (of: RateDto): FunnelRate => ({
  ...of,
  value: null,
  low: null,
  high: null,
  weight: 'nobody',
});

function weighed(of: RateDto): FunnelRate {
  const weight = of.value === null ? 'none' : of.denominator < FEW ? 'few' : 'enough';
  return { ...of, weight };
}
