import 'server-only';
import type { DataCrypto } from '@/lib/server/base/crypto';
import type { Database } from '@/lib/server/db/pool';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { isMissing } from '@/lib/server/feishu/errors';
import { type Page, walkPages } from '@/lib/server/feishu/paging';
import { getApplication, listApplicationIds } from '@/lib/server/feishu/resources/applications';
import type { FeishuApplication } from '@/lib/server/feishu/wire/applications';
import { mapAtMost } from '@/lib/server/sync/flow';
import type { Facts } from './difference';

/** The two sides to hold against each other, and what is read of Feishu once for several kinds. */
export type Sides = {
  db: Database;
  feishu: FeishuClient;
  crypto: DataCrypto;
  timeZone: string;
  now(): number;
  /** Every application id that Feishu lists. */
  listed(): Promise<readonly string[]>;
  /** Bodies of the applications that are looked into, all of them or a sample. */
  bodies(): Promise<ReadonlyMap<string, FeishuApplication>>;
};

/** One kind of record, read from both sides by ways of its own: never by what fills the mirror. */
export type Comparison = {
  kind: string;
  /** The mirror may hold records that Feishu does not list any more. */
  keeps?: boolean;
  read(sides: Sides): Promise<{ feishu: Facts; mirror: Facts }>;
};

const AT_ONCE = 50;

export function createSides(
  parts: Pick<Sides, 'db' | 'feishu' | 'crypto' | 'timeZone' | 'now'>,
  choose: (ids: readonly string[]) => readonly string[],
): Sides {
  const listed = once(() => all((token) => listApplicationIds(parts.feishu, {}, token)));
  const bodies = once(async () => {
    const found = await mapAtMost(choose(await listed()), AT_ONCE, (id) =>
      unlessMissing(getApplication(parts.feishu, id)),
    );
    return new Map(found.flatMap((body) => (body ? [[body.id, body] as const] : [])));
  });
  return { ...parts, listed, bodies };
}

/** Every row of a list. */
export async function all<T>(fetchPage: (token: string | undefined) => Promise<Page<T>>) {
  const items: T[] = [];
  for await (const page of walkPages(fetchPage)) items.push(...page.items);
  return items;
}

export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Deleted after it was listed: neither side is asked about it. */
export const only = (facts: Facts, ids: { has(id: string): boolean }): Facts =>
  new Map([...facts].filter(([id]) => ids.has(id)));

export const at = (date: Date | null): number | null => date?.getTime() ?? null;

export const sorted = (ids: readonly string[] | undefined): string =>
  (ids ?? []).toSorted().join(' ');

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
