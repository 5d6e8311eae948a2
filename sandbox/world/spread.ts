/**
 * A whole number from 0 to `count` - 1 that follows from an id: for facts that are the same whenever
 * they are asked for and so need not be stored. `topic` keeps two facts of one id apart.
 */
export function spread(id: string, topic: string, count: number): number {
  let hash = 2166136261;
  for (let at = 0; at < topic.length; at++) hash = step(hash, topic.charCodeAt(at));
  for (let at = 0; at < id.length; at++) hash = step(hash, id.charCodeAt(at));
  // The last rounds of a good mixer: FNV alone leaves its low digits too even.
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return ((hash ^ (hash >>> 16)) >>> 0) % count;
}

const step = (hash: number, code: number) => Math.imul(hash ^ code, 16777619);

/** The item of a list that follows from an id; `undefined` for an empty list. */
export function spreadOver<T>(id: string, topic: string, items: readonly T[]): T | undefined {
  return items[spread(id, topic, Math.max(items.length, 1))];
}
