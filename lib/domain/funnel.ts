import type { FunnelDto } from './reports';
import { rate } from './statistics';
import { STEPS, type Step, stepOrdinal } from './steps';

/** How many applications of a cohort share a furthest step (1–7) and an outcome. */
export type FunnelCell = {
  furthest: number;
  outcome: 'active' | 'hired' | 'ended';
  count: number;
};

export type FunnelPart = {
  step: Step;
  reached: number;
  passed: number;
  inProgress: number;
  dropped: number;
};

/**
 * The implied funnel (PRODUCT section 4): reached is "furthest is this step or later", and those
 * who reached a step have passed it, are in progress there, or dropped out there, one of the three.
 * The hired have passed even the last.
 */
export function funnelParts(cells: readonly FunnelCell[]): FunnelPart[] {
  return STEPS.map((step) => {
    const at = stepOrdinal(step);
    const count = (of: (cell: FunnelCell) => boolean) =>
      cells.reduce((total, cell) => (of(cell) ? total + cell.count : total), 0);
    const here = (outcome: FunnelCell['outcome']) =>
      count((cell) => cell.furthest === at && cell.outcome === outcome);
    const beyond = count((cell) => cell.furthest > at);
    const passed = beyond + here('hired');
    const inProgress = here('active');
    const dropped = here('ended');
    return { step, reached: passed + inProgress + dropped, passed, inProgress, dropped };
  });
}

/** Those who reached a step only by going further: everybody who reached it less its visitors. */
export function skippedAt(reached: number, visitors: number): number {
  return Math.max(0, reached - visitors);
}

export const passRates = ({ passed, dropped, reached }: FunnelPart) => ({
  resolved: rate(passed, passed + dropped),
  all: rate(passed, reached),
});

/** From this share still in progress at any step, the cohort is too young to be read as final. */
export const YOUNG_SHARE = 0.1;

/**
 * Whether a cohort has had the time to run its course: nobody much in progress at any step, and its
 * period over for longer than nine in ten take to an outcome. `sinceEndDays`: from the end of the
 * period to now; `p90Days`: null when no outcome is known yet.
 */
export function maturity(
  parts: readonly FunnelPart[],
  sinceEndDays: number,
  p90Days: number | null,
): FunnelDto['maturity'] {
  const shares = parts.map(({ step, reached, inProgress }) => ({
    step,
    share: reached === 0 ? 0 : inProgress / reached,
  }));
  const worst = shares.reduce((a, b) => (b.share > a.share ? b : a), { step: STEPS[0], share: 0 });
  if (worst.share > YOUNG_SHARE) {
    return { immature: true, reason: 'in_progress_share', ...worst, p90Days };
  }
  const tooRecent = p90Days !== null && sinceEndDays < p90Days;
  return {
    immature: tooRecent,
    reason: tooRecent ? 'too_recent' : null,
    step: null,
    share: null,
    p90Days,
  };
}
