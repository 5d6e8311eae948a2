import 'server-only';
import { type EndpointId, endpointOf } from '@/lib/server/feishu/endpoints';

export type RecordCounts = {
  jobs: number;
  applications: number;
  talents: number;
  evaluations: number;
  interviews: number;
  /** Applications that got as far as an offer. */
  late: number;
};

/** Background reading's part of each limit. */
const SHARE = 0.95;

/** Calls of a full read by API, from how many records there are and how many a page holds. */
const callsOf = (of: RecordCounts): [EndpointId, number][] => [
  ['jobs.list', of.jobs / 20],
  ['jobs.getDetail', of.jobs],
  ['jobs.recruiter', of.jobs],
  ['applications.list', (4 * of.applications) / 200 + of.jobs],
  // Bodies come from both side by side, in proportion to their limits.
  ['applications.get', of.applications * bodyShare('applications.get')],
  ['applications.getDetail', of.applications * bodyShare('applications.getDetail')],
  ['talents.list', of.talents / 20],
  ['talents.get', of.talents],
  ['evaluations.list', of.evaluations / 100],
  ['interviews.list', of.interviews / 100],
  ['interviewRecords.list', of.interviews / 100],
  ['applications.offer', of.late],
  ['employees.getByApplication', of.late],
];

/**
 * What a full read takes: its calls, and the minutes of the API that takes longest at its limit,
 * for they are called side by side. Never less than a minute.
 * @param scale as FEISHU_LIMITS_SCALE
 */
export function fullReadCost(
  counts: RecordCounts,
  scale: number,
): { calls: number; minutes: number } {
  const calls = callsOf(counts).map(([api, n]) => ({ api, n: Math.ceil(n) }));
  const longest = Math.max(...calls.map(({ api, n }) => n / (perMinute(api) * SHARE * scale)));
  return {
    calls: calls.reduce((sum, { n }) => sum + n, 0),
    minutes: Math.max(1, Math.ceil(longest)),
  };
}

/** What Feishu allows of an API in a minute. */
export const perMinute = (api: EndpointId): number =>
  Math.min(...endpointOf(api).windows.map(({ limit, ms }) => (limit * 60_000) / ms));

const bodyShare = (api: 'applications.get' | 'applications.getDetail'): number =>
  perMinute(api) / (perMinute('applications.get') + perMinute('applications.getDetail'));
