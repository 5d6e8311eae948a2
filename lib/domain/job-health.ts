import type { JobHealth } from './jobs';

export type JobHealthFacts = {
  open: boolean;
  /** Null or 0: no target is set. */
  headCount: number | null;
  hired: number;
  /** In the process now. */
  active: number;
  /** Of those, in their stage for longer than its SLA. */
  stale: number;
  ageDays: number;
};

/** From this share of late candidates a job is at risk, and from the second it is stuck. */
export const AT_RISK_SHARE = 0.2;
export const STUCK_SHARE = 0.5;
/** An empty job this many days old is stuck, not new. */
export const OLD_DAYS = 30;

/** How a job is doing, with the reason that decided it; the first rule that holds wins. */
export function jobHealth(facts: JobHealthFacts): JobHealth {
  const { open, headCount, hired, active, stale, ageDays } = facts;
  if (!open) return { level: 'closed', reason: 'closed', stale };
  if (headCount && hired >= headCount) return { level: 'filled', reason: 'filled', stale };
  if (active === 0) {
    return ageDays > OLD_DAYS
      ? { level: 'stuck', reason: 'old_and_empty', stale }
      : { level: 'at_risk', reason: 'no_candidates', stale };
  }
  if (stale === 0) return { level: 'on_track', reason: 'nobody_late', stale };
  const share = stale / active;
  if (share >= STUCK_SHARE) return { level: 'stuck', reason: 'stale', stale };
  if (share >= AT_RISK_SHARE) return { level: 'at_risk', reason: 'stale', stale };
  return { level: 'on_track', reason: 'moving', stale };
}
