import 'server-only';
import type { z } from 'zod';

export type Parsed<T> =
  | {
      ok: true;
      value: T /** Optional parts that were unusable and left out, by path. */;
      dropped: string[];
    }
  | { ok: false; fields: string[] };

/** Feishu writes an absent value as null now and then; absent is what the schemas speak of. */
export function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(dropNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) if (item !== null) kept[key] = dropNulls(item);
  return kept;
}

const MAX_ROUNDS = 12;

/**
 * Parses leniently: where an optional part is of a wrong type, the smallest optional part around
 * the fault is left out and named. Only a required place that is missing or wrong fails the whole.
 */
export function parseWire<T>(schema: z.ZodType<T>, input: unknown): Parsed<T> {
  let value = input;
  const dropped: string[] = [];
  const tried = new Set<string>();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { ok: true, value: parsed.data, dropped };
    const required: string[] = [];
    for (const { path } of parsed.error.issues) {
      if (round === 0) dropped.push(name(path));
      // A place that fails again once empty is required: its parent has to go.
      let place = path;
      while (place.length > 0 && tried.has(place.join('.'))) place = place.slice(0, -1);
      if (place.length === 0) required.push(name(path));
      tried.add(place.join('.'));
      value = without(value, place);
    }
    if (required.length > 0) return { ok: false, fields: originsOf(required, dropped) };
  }
  return { ok: false, fields: dropped };
}

/** The places where it began: an empty `stage` is named for the `stage.id` it lacked. */
function originsOf(required: string[], dropped: string[]): string[] {
  const origins = required.flatMap((place) => {
    const within = dropped.filter((other) => other === place || other.startsWith(`${place}.`));
    return within.length > 0 ? within : [place];
  });
  return [...new Set(origins)];
}

const name = (path: PropertyKey[]) => path.map(String).join('.') || '(root)';

/** A copy without what stands at `path`; an array loses nothing but the element's value. */
function without(value: unknown, path: PropertyKey[]): unknown {
  const [key, ...rest] = path;
  if (typeof value !== 'object' || value === null || key === undefined) return value;
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      index !== key ? item : rest.length > 0 ? without(item, rest) : undefined,
    );
  }
  const copy: Record<PropertyKey, unknown> = { ...value };
  if (rest.length === 0) delete copy[key];
  else copy[key] = without(copy[key], rest);
  return copy;
}
