import 'server-only';
import type { SyncKind, SyncKindDto } from '@/lib/domain/settings';
import { EVERY, SYNC_INTERVAL_SECONDS } from '@/lib/server/sync/settings';

type Polled = SyncKindDto['polling'][number];

const every = (what: Polled['what'], part: keyof typeof EVERY): Polled => ({
  what,
  seconds: EVERY[part] / 1000,
});
const changes: Polled = { what: 'changes', seconds: SYNC_INTERVAL_SECONDS };

/** How each kind is kept up to date once it is read (`sync/incremental.ts`), the soonest first. */
export const POLLING: Record<SyncKind, readonly Polled[]> = {
  dictionaries: [every('whole', 'dictionaries')],
  jobs: [changes, every('whole', 'jobs')],
  application_ids: [every('whole', 'idSweep')],
  applications: [changes],
  talents: [changes],
  evaluations: [changes],
  interviews: [every('under_way', 'interviews')],
  tests: [every('under_way', 'tests')],
  offers: [every('under_way', 'offers')],
};
