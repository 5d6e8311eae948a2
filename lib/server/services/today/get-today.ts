import 'server-only';
import { TodayDto } from '@/lib/domain/today';
import type { ReadContext } from '@/lib/server/db/read-context';
import type { Scope } from '@/lib/server/db/scope';
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
  const [figures, inbox, stuck, interviews, offersExpiring, sync] = await Promise.all([
    onTeam ? readFigures(scope, openId, read) : [],
    readInbox(scope, openId, read),
    onTeam ? readStuckGroups(scope, read) : [],
    readInterviewsToday(scope, openId, read),
    onTeam ? readOffersExpiring(scope, read) : [],
    getSyncNote(),
  ]);
  return TodayDto.parse({ figures, inbox, stuck, interviews, offersExpiring, sync });
}
