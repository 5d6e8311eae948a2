import 'server-only';
import { inArray } from 'drizzle-orm';
import type { PersonRef } from '@/lib/domain/common';
import type { Executor } from '@/lib/server/db/pool';
import { people } from '@/lib/server/db/schema/organisation';
import { personRef } from './names';

export type People = {
  /** One the directory does not know is shown by the id. */
  ref(openId: string): PersonRef;
  refOrNull(openId: string | null | undefined): PersonRef | null;
};

/** The names of these persons, in one query. */
export async function readPeople(
  db: Executor,
  openIds: Iterable<string | null | undefined>,
): Promise<People> {
  const wanted = [...new Set(openIds)].filter((id): id is string => Boolean(id));
  const found =
    wanted.length === 0
      ? []
      : await db
          .select({ openId: people.openId, zh: people.nameZh, en: people.nameEn })
          .from(people)
          .where(inArray(people.openId, wanted));
  const names = new Map(found.map((person) => [person.openId, person]));
  const refOrNull = (openId: string | null | undefined) => {
    const name = openId ? names.get(openId) : undefined;
    return personRef(openId ?? null, name?.zh ?? null, name?.en ?? null);
  };
  return {
    refOrNull,
    ref: (openId) => refOrNull(openId) ?? { openId, name: { zh: openId, en: openId } },
  };
}
