import 'server-only';
import type { LocalizedText } from '@/lib/domain/common';
import { env } from '@/lib/server/base/env';
import { runtime } from '@/lib/server/runtime';
import { readPeople } from '@/lib/server/services/people';

/** Whom to ask for access: the configured administrators whose names are known, at most three. */
export async function listAdmins(): Promise<LocalizedText[]> {
  const { ADMIN_OPEN_IDS } = env();
  const people = await readPeople(runtime().db, ADMIN_OPEN_IDS);
  return ADMIN_OPEN_IDS.map((openId) => people.ref(openId))
    .filter(({ openId, name }) => name.zh !== openId)
    .map(({ name }) => name)
    .slice(0, 3);
}
