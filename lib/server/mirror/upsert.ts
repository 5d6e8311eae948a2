import 'server-only';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Executor } from '@/lib/server/db/pool';
import type { Tally } from './tally';

export type Upserted = {
  /** First key column of the rows that are new, and of those whose content changed. */
  added: string[];
  updated: string[];
  tally: Tally;
};

type Options<T extends PgTable> = {
  /** Columns of the primary key; the first one names the row in the answer. */
  key: [ColumnOf<T>, ...ColumnOf<T>[]];
  /** Columns whose difference makes a row changed; all but the key when absent. */
  compare?: ColumnOf<T>[];
  /** Columns where null means "Feishu did not say": a known value stays. */
  keepKnown?: ColumnOf<T>[];
  /** Columns that only a new row takes. */
  insertOnly?: ColumnOf<T>[];
  /** Further condition of an update, such as "not older than what is here". */
  guard?: SQL;
};
type ColumnOf<T extends PgTable> = keyof T['$inferInsert'] & string;

const BATCH = 200;

/**
 * Inserts or updates whole rows, 200 a statement, and tells which of them changed. A row that is
 * the same is not written. Rows of one call must all set the same columns; of two rows with one key
 * the later counts.
 */
export async function upsertRows<T extends PgTable>(
  executor: Executor,
  table: T,
  rows: readonly T['$inferInsert'][],
  options: Options<T>,
): Promise<Upserted> {
  const unique = [...new Map(rows.map((row) => [keyOf(row, options.key), row])).values()];
  const done: Upserted = {
    added: [],
    updated: [],
    tally: { added: 0, updated: 0, unchanged: 0, deleted: 0 },
  };
  for (let start = 0; start < unique.length; start += BATCH) {
    await upsertBatch(executor, table, unique.slice(start, start + BATCH), options, done);
  }
  done.tally.added = done.added.length;
  done.tally.updated = done.updated.length;
  done.tally.unchanged = rows.length - done.added.length - done.updated.length;
  return done;
}

const keyOf = (row: Record<string, unknown>, key: readonly string[]) =>
  JSON.stringify(key.map((column) => row[column]));

async function upsertBatch<T extends PgTable>(
  executor: Executor,
  table: T,
  rows: readonly T['$inferInsert'][],
  options: Options<T>,
  done: Upserted,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = getTableColumns(table);
  const keys: readonly string[] = options.key;
  const keep: readonly string[] = options.keepKnown ?? [];
  const fixed: readonly string[] = [...keys, ...(options.insertOnly ?? [])];
  const given = Object.keys(first).filter((name) => name in columns && !fixed.includes(name));
  const current = (name: string) => sql`${table}.${sql.identifier(toSnakeCase(name))}`;
  const incoming = (name: string) => sql`excluded.${sql.identifier(toSnakeCase(name))}`;
  const next = (name: string) =>
    keep.includes(name) ? sql`coalesce(${incoming(name)}, ${current(name)})` : incoming(name);
  const changed = sql.join(
    (options.compare ?? given).map((name) => sql`${current(name)} is distinct from ${next(name)}`),
    sql` or `,
  );
  const [idColumn] = keys.map((name) => columns[name]);
  if (idColumn === undefined) throw new TypeError(`No key column ${keys.join(', ')}`);

  // The generic table hides from drizzle which columns there are; `given` are its own names.
  const values = rows as (typeof table.$inferInsert)[];
  const set = Object.fromEntries(given.map((name) => [name, next(name)])) as never;
  const written: { id: unknown; inserted: boolean }[] = await executor
    .insert(table)
    .values(values as never)
    .onConflictDoUpdate({
      target: keys.flatMap((name) => (columns[name] as PgColumn | undefined) ?? []),
      set,
      setWhere: options.guard ? sql`(${changed}) and (${options.guard})` : changed,
    })
    .returning({ id: idColumn, inserted: sql<boolean>`xmax = 0` });
  for (const { id, inserted } of written) {
    (inserted ? done.added : done.updated).push(String(id));
  }
}
