import { createHash } from 'node:crypto';

/** One hash of everything in a value, maps included: equal content, equal digest. */
export function digest(value: unknown): string {
  const text = JSON.stringify(value, (_, item) => (item instanceof Map ? [...item] : item));
  return createHash('sha256').update(text).digest('hex');
}
