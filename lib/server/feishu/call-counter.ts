import 'server-only';
import type { EndpointId } from './endpoints';

/** How often each API was called since the last time somebody asked. */
export type CallCounter = {
  count(endpoint: EndpointId): void;
  /** What was counted; from then on it is the caller's to keep. */
  take(): ReadonlyMap<EndpointId, number>;
  /** It could not be kept after all. */
  giveBack(counts: ReadonlyMap<EndpointId, number>): void;
};

/** @param onCount told of each call, to keep the count before long */
export function createCallCounter(onCount: () => void): CallCounter {
  let counts = new Map<EndpointId, number>();
  const add = (endpoint: EndpointId, calls: number) =>
    counts.set(endpoint, (counts.get(endpoint) ?? 0) + calls);
  return {
    count(endpoint) {
      add(endpoint, 1);
      onCount();
    },
    take() {
      const taken = counts;
      counts = new Map();
      return taken;
    },
    giveBack(unkept) {
      for (const [endpoint, calls] of unkept) add(endpoint, calls);
    },
  };
}
