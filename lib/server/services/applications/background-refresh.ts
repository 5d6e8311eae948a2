import 'server-only';
import { createLog } from '@/lib/server/base/log';
import { type SyncDeps, syncDeps } from '@/lib/server/sync/deps';
import { refreshApplication, refreshNotes } from '@/lib/server/sync/refresh-application';

const log = createLog('refresh');

/** What no sync follows closely (notes, offer) is asked for again when somebody looks. */
const FRESH_MS = 60_000;

/** So many at a time: looking through a list must not crowd out what people do. */
const MAX_RUNNING = 6;

const running = new Set<string>();

/** Reads an application anew unless that was done within a minute. Nobody waits for it. */
export function refreshWhenStale(applicationId: string, readAt: Date | null, now: Date): void {
  if (isStale(readAt, now)) refreshSoon(applicationId);
}

/** The same now, as after a refusal: what is on screen may no longer be so. */
export function refreshSoon(applicationId: string): void {
  inBackground(`application ${applicationId}`, (deps) => refreshApplication(deps, applicationId));
}

/** Reads a talent's notes anew unless that was done within a minute. */
export function refreshNotesWhenStale(talentId: string, readAt: Date | null, now: Date): void {
  if (!isStale(readAt, now)) return;
  inBackground(`notes ${talentId}`, (deps) => refreshNotes(deps, talentId));
}

const isStale = (readAt: Date | null, now: Date) =>
  readAt === null || now.getTime() - readAt.getTime() > FRESH_MS;

/** One at a time for each record; what fails or finds no room is asked for at the next look. */
function inBackground(name: string, work: (deps: SyncDeps) => Promise<unknown>): void {
  if (running.has(name) || running.size >= MAX_RUNNING) return;
  running.add(name);
  void work(syncDeps())
    .catch((error: unknown) => log.info({ err: error }, 'A record was not read anew'))
    .finally(() => running.delete(name));
}
