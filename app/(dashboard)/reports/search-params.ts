import {
  createLoader,
  createParser,
  type inferParserType,
  parseAsArrayOf,
  parseAsIsoDate,
  parseAsStringLiteral,
} from 'nuqs/server';
import { DEFAULT_PERIOD, PERIODS, periodStart } from '@/components/reports/periods';
import type { ReportQuery } from '@/lib/domain/reports';

/** Values that are no id are dropped: an address typed wrong is no error. */
const listOf = (shape: RegExp) =>
  parseAsArrayOf(
    createParser({ parse: (text) => (shape.test(text) ? text : null), serialize: String }),
  ).withDefault([]);
const ids = listOf(/^\d{1,20}$/);

/** The address of the reports. Days of one's own win over the named period. */
export const reportParams = {
  period: parseAsStringLiteral(PERIODS).withDefault(DEFAULT_PERIOD),
  from: parseAsIsoDate,
  to: parseAsIsoDate,
  job: ids,
  source: ids,
  department: listOf(/^.{1,64}$/),
  recruiter: listOf(/^ou_[\w-]{1,64}$/),
  type: parseAsStringLiteral(['social', 'campus']),
};

export const loadReportParams = createLoader(reportParams);

export type ReportParams = inferParserType<typeof reportParams>;

const some = (values: string[]) => (values.length === 0 ? undefined : values);
const day = (date: Date | null) => date?.toISOString().slice(0, 10);

/** The days of one's own that the address names. */
export const ownPeriod = ({ from, to }: ReportParams) => ({
  from: day(from) ?? null,
  to: day(to) ?? null,
});

/** Anything but the usual period is asked for. */
export function isNarrowed(params: ReportParams): boolean {
  const { period, ...rest } = params;
  return (
    period !== DEFAULT_PERIOD ||
    Object.values(rest).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null))
  );
}

/** What the reports are asked for. `today`: the tenant's day. */
export function reportQuery(params: ReportParams, today: string): Partial<ReportQuery> {
  const own = params.from !== null || params.to !== null;
  return {
    job: some(params.job),
    source: some(params.source),
    department: some(params.department),
    recruiter: some(params.recruiter),
    type: params.type ?? undefined,
    from: own ? day(params.from) : periodStart(params.period, today),
    to: day(params.to),
  };
}
