import 'server-only';
import type { Clock } from '@/lib/server/base/clock';
import type { LaneOutcome } from './lane';
import { backoffMs, SCOPE_PROBE_MS } from './settings';

/** When a kind that failed may be asked for again, in this process. */
export type Retries = {
  isDue(kind: string): boolean;
  note(kind: string, outcome: LaneOutcome): void;
};

export function createRetries(clock: Clock): Retries {
  const waiting = new Map<string, { failures: number; until: number }>();
  return {
    isDue: (kind) => clock.monotonic() >= (waiting.get(kind)?.until ?? 0),
    note(kind, outcome) {
      if (outcome === 'done') {
        waiting.delete(kind);
        return;
      }
      const failures = (waiting.get(kind)?.failures ?? 0) + 1;
      const wait = outcome === 'no_scope' ? SCOPE_PROBE_MS : backoffMs(failures);
      waiting.set(kind, { failures, until: clock.monotonic() + wait });
    },
  };
}
