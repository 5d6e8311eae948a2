import 'server-only';

const WINDOW_MS = 60_000;
const MAX_ADDRESSES = 10_000;

/** Counts what one address may do a minute; forgets addresses as they go quiet. */
export function createAttempts(limit: number, now: () => number = Date.now) {
  const seen = new Map<string, { count: number; until: number }>();
  return {
    /** True while the address is within its limit, this attempt included. */
    allow(address: string): boolean {
      const at = now();
      const known = seen.get(address);
      if (known && known.until > at) {
        known.count += 1;
        return known.count <= limit;
      }
      if (seen.size >= MAX_ADDRESSES) {
        for (const [key, entry] of seen) if (entry.until <= at) seen.delete(key);
      }
      seen.set(address, { count: 1, until: at + WINDOW_MS });
      return true;
    },
  };
}
