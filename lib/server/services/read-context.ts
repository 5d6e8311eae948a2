import 'server-only';
import { env } from '@/lib/server/base/env';
import type { ReadContext } from '@/lib/server/db/read-context';
import { runtime } from '@/lib/server/runtime';

/** The context of a read that begins now. */
export function readContext(): ReadContext {
  return { db: runtime().db, now: new Date(), timeZone: env().TENANT_TIMEZONE };
}
