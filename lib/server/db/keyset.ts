import 'server-only';
import { and, gt, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { AppError } from '@/lib/domain/app-error';
import { applications } from './schema/applications';

/** A column or expression rows are sorted by, its unknown values last, equal ones by id. */
export type SortKey = {
  /** Names the order inside a cursor, so that one never continues another order. */
  name: string;
  value: SQL;
  direction: 'asc' | 'desc';
  /** SQL type a cursor's text is read as. */
  type: 'timestamptz' | 'text' | 'int';
  /** What tells equal ones apart; an application's id unless said. */
  id?: AnyPgColumn;
};

type Position = { key: string | null; id: string };

export function orderBy({ value, direction, id = applications.id }: SortKey): SQL[] {
  return direction === 'asc'
    ? [sql`${value} asc nulls last`, sql`${id} asc`]
    : [sql`${value} desc nulls last`, sql`${id} asc`];
}

/** The rows after a position, as a condition beside `orderBy`. */
export function after(sort: SortKey, { key, id }: Position): SQL | undefined {
  const { value, direction, type } = sort;
  const laterId = gt(sort.id ?? applications.id, id);
  if (key === null) return and(isNull(value), laterId);
  const at = sql`${key}::${sql.raw(type)}`;
  const beyond = direction === 'asc' ? sql`${value} > ${at}` : sql`${value} < ${at}`;
  return or(beyond, and(sql`${value} = ${at}`, laterId), isNull(value));
}

const Cursor = z.tuple([
  z.string(),
  z
    .string()
    .refine((text) => !text.includes('\0'))
    .nullable(),
  z.string().regex(/^\d{1,20}$/),
]);
/** As the database writes it: `2026-11-20 03:00:00.123+00`. */
const InstantKey = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,3})?[+-]\d\d(:\d\d)?$/)
  .transform((text) => new Date(/[+-]\d\d$/.test(text) ? `${text}:00` : text))
  .refine((at) => !Number.isNaN(at.getTime()))
  .transform((at) => at.toISOString());

const IntKey = z.string().regex(/^-?\d{1,9}$/);

export function encodeCursor({ name }: SortKey, { key, id }: Position): string {
  return Buffer.from(JSON.stringify([name, key, id])).toString('base64url');
}

/** @throws AppError INVALID_INPUT for anything this order did not give out */
export function decodeCursor({ name, type }: SortKey, cursor: string): Position {
  const parsed = Cursor.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (parsed.success && parsed.data[0] === name) {
    const [, text, id] = parsed.data;
    if (text === null || type === 'text') return { key: text, id };
    const key = (type === 'int' ? IntKey : InstantKey).safeParse(text);
    if (key.success) return { key: key.data, id };
  }
  throw new AppError('INVALID_INPUT', 'The cursor is not of this list and order', {
    fields: [{ path: 'cursor', message: 'Start again from the first page' }],
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
