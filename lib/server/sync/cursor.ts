import 'server-only';
import { z } from 'zod';
import type { Cursor } from './checkpoints';

/** A cursor as its lane wrote it; one that is not readable means "from the start". */
export function readCursor<T>(schema: z.ZodType<T>, cursor: Cursor, start: T): T {
  return schema.safeParse(cursor).data ?? start;
}

export const TokenCursor = z.object({ token: z.string().optional() });
export const KeyCursor = z.object({ after: z.string().optional() });
