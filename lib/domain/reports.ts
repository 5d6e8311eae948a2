import { z } from 'zod';
import { ApplicationFilter } from './application-filter';
import { LocalizedText, StepName, SyncNote } from './common';

/** Cohort reports take the filter; status and outcome are the report's own business. */
export const ReportQuery = ApplicationFilter.pick({
  job: true,
  source: true,
  department: true,
  recruiter: true,
  type: true,
  from: true,
  to: true,
});
export type ReportQuery = z.infer<typeof ReportQuery>;

/** A share with what it rests on. Null `value` where the denominator is under five. */
export const RateDto = z.object({
  value: z.number().nullable(),
  /** Wilson 95 %. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  numerator: z.number().int(),
  denominator: z.number().int(),
});
export type RateDto = z.infer<typeof RateDto>;

export const FunnelStepDto = z.object({
  step: StepName,
  reached: z.number().int(),
  passed: z.number().int(),
  inProgress: z.number().int(),
  dropped: z.number().int(),
  /** Reached by going further without a visit here. */
  skipped: z.number().int(),
  /** passed / (passed + dropped): the default. */
  resolved: RateDto,
  /** passed / reached: a lower bound while anybody is active. */
  all: RateDto,
  /** Median calendar days of completed visits; null without any. */
  medianDays: z.number().nullable(),
});
export type FunnelStepDto = z.infer<typeof FunnelStepDto>;

export const FunnelDto = z.object({
  /** Applications created in the period, under the filter. */
  cohort: z.number().int(),
  steps: z.array(FunnelStepDto),
  hired: z.number().int(),
  overall: RateDto,
  maturity: z.object({
    immature: z.boolean(),
    reason: z.enum(['in_progress_share', 'too_recent']).nullable(),
    /** The step that made us say so, and its share in progress. */
    step: StepName.nullable(),
    share: z.number().nullable(),
    /** p90 of days to outcome behind `too_recent`. */
    p90Days: z.number().nullable(),
  }),
  sync: SyncNote,
});
export type FunnelDto = z.infer<typeof FunnelDto>;

export const TimeInStageRowDto = z.object({
  /** Stage id within one job, step name across jobs. */
  key: z.string(),
  name: LocalizedText.nullable(),
  step: StepName,
  /** Calendar days over completed visits; null without any. */
  median: z.number().nullable(),
  p75: z.number().nullable(),
  p90: z.number().nullable(),
  completed: z.number().int(),
  /** Of those, how many ended here at a time known only as "at the latest". */
  estimated: z.number().int().optional(),
  /** Open visits: right-censored, not in the quantiles. */
  waiting: z.number().int(),
  /** Median age of the open visits now. */
  waitingMedian: z.number().nullable(),
  /** Of those waiting, over the SLA. */
  stale: z.number().int(),
  slaDays: z.number().int(),
  /** Left out as accidental (PRODUCT section 4). */
  accidental: z.number().int(),
});
export type TimeInStageRowDto = z.infer<typeof TimeInStageRowDto>;

export const TimeInStageDto = z.object({
  rows: z.array(TimeInStageRowDto),
  cohort: z.number().int(),
  sync: SyncNote,
});
export type TimeInStageDto = z.infer<typeof TimeInStageDto>;

export const SourceRowDto = z.object({
  id: z.string().nullable(),
  name: LocalizedText.nullable(),
  applied: z.number().int(),
  active: z.number().int(),
  hired: z.number().int(),
  yield: RateDto,
});
export const SourcesDto = z.object({
  rows: z.array(SourceRowDto),
  cohort: z.number().int(),
  sync: SyncNote,
});
export type SourcesDto = z.infer<typeof SourcesDto>;

export const TrendDto = z.object({
  /** ISO weeks, Monday first, in the tenant time zone; gaps are zeros, the running week is marked. */
  weeks: z.array(
    z.object({
      start: z.string(),
      created: z.number().int(),
      hired: z.number().int(),
      partial: z.boolean(),
    }),
  ),
  sync: SyncNote,
});
export type TrendDto = z.infer<typeof TrendDto>;
