import type { SyncNote } from '@/lib/domain/common';
import { liveState } from './live/state';

/** While the first read runs, screens fill up as one watches. */
const PARTIAL_MS = 3_000;
/** Afterwards as often as the mirror itself hears from Feishu. */
const COMPLETE_MS = 30_000;

type Synced = { sync: SyncNote };

/** How soon to ask again, from the answer in hand; not by the clock while changes come by themselves. */
export function refetchAfter(query: { state: { data: Synced | undefined } }): number | false {
  if (liveState() === 'live') return false;
  return query.state.data?.sync.state === 'complete' ? COMPLETE_MS : PARTIAL_MS;
}
