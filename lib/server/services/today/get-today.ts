import 'server-only';
import { inArray } from 'drizzle-orm';
import { TodayDto } from '@/lib/domain/today';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications } from '@/lib/server/db/schema/applications';
import type { Scope } from '@/lib/server/db/scope';
import { readApplicationRows } from '@/lib/server/services/applications/read-application-rows';
import { readPeople } from '@/lib/server/services/people';
import { readContext } from '@/lib/server/services/read-context';
import { getSyncNote } from '@/lib/server/services/sync/get-sync-note';
import { readInterviewsToday, readOffersExpiring } from './read-agenda';
import { readFigures } from './read-figures';
import { readInbox } from './read-inbox';
import { readStuckGroups } from './read-stuck-groups';

/**
 * What needs a person's attention now. Who is on no job's team has no pipeline to look after:
 * figures, stuck and offers are empty then, the inbox and the day's interviews are theirs.
 */
export async function getToday(
  scope: Scope,
  openId: string,
  read: ReadContext = readContext(),
): Promise<TodayDto> {
  const onTeam = scope.kind === 'everything' || scope.jobIds.length > 0;
  const [figures, inbox, stuck, interviews, offers, sync] = await Promise.all([
    onTeam ? readFigures(scope, openId, read) : [],
    readInbox(scope, openId, read),
    onTeam ? readStuckGroups(scope, read) : [],
    readInterviewsToday(scope, openId, read),
    onTeam ? readOffersExpiring(scope, read) : [],
    getSyncNote(),
  ]);
  const [rowOf, people] = await Promise.all([
    readRows(read, [...inbox, ...offers].map(({ id }) => id).concat(...stuck.map((g) => g.topIds))),
    readPeople(
      read.db,
      stuck.map((group) => group.openId),
    ),
  ]);
  return TodayDto.parse({
    figures,
    inbox: inbox.flatMap(({ id, ...item }) => rowOf(id).map((row) => ({ ...item, row }))),
    stuck: stuck.map(({ openId, topIds, ...group }) => ({
      ...group,
      person: people.refOrNull(openId),
      top: topIds.flatMap(rowOf),
    })),
    interviews,
    offersExpiring: offers.flatMap(({ id, expiresAt }) =>
      rowOf(id).map((row) => ({ expiresAt, row })),
    ),
    sync,
  });
}

/** Rows by id, in one query; one that has vanished meanwhile is none. */
async function readRows({ db }: ReadContext, ids: readonly string[]) {
  const found =
    ids.length === 0
      ? []
      : await readApplicationRows(db, {
          where: inArray(applications.id, [...new Set(ids)]),
          orderBy: [],
        });
  const byId = new Map(found.map(({ row }) => [row.id, [row]]));
  return (id: string) => byId.get(id) ?? [];
}
