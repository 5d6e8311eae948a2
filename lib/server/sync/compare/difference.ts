import 'server-only';

export type Value = string | number | boolean | null;
/** Records by id, each as the few plain values that have to agree. Never personal data as it is. */
export type Facts = Map<string, Record<string, Value>>;

/**
 * `missing`: Feishu has it, the mirror has not; `extra`: the other way round; `different`: both have
 * it and do not agree on `fields`.
 */
export type Difference = {
  kind: string;
  id: string;
  what: 'missing' | 'extra' | 'different';
  fields: { name: string; feishu: Value; mirror: Value }[];
};

/** Where the mirror is not what Feishu says; `keeps`: it may hold what Feishu lists no more. */
export function differencesOf(
  kind: string,
  feishu: Facts,
  mirror: Facts,
  keeps = false,
): Difference[] {
  const found: Difference[] = [];
  for (const [id, theirs] of feishu) {
    const ours = mirror.get(id);
    if (ours === undefined) {
      found.push({ kind, id, what: 'missing', fields: [] });
      continue;
    }
    const fields = Object.entries(theirs).flatMap(([name, value]) => {
      const held = ours[name] ?? null;
      return value === held ? [] : [{ name, feishu: value, mirror: held }];
    });
    if (fields.length > 0) found.push({ kind, id, what: 'different', fields });
  }
  if (keeps) return found;
  for (const id of mirror.keys()) {
    if (!feishu.has(id)) found.push({ kind, id, what: 'extra', fields: [] });
  }
  return found;
}

const name = ({ kind, id, what, fields }: Difference) =>
  [kind, id, what, ...fields.map((field) => field.name)].join(' ');

/** What both looks found: a record that changed between the two reads of one look is none. */
export function inBoth(first: readonly Difference[], second: readonly Difference[]): Difference[] {
  const seen = new Set(first.map(name));
  return second.filter((difference) => seen.has(name(difference)));
}
