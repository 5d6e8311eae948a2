import 'server-only';
import { sql } from 'drizzle-orm';
import { FeishuError, isMissing } from '@/lib/server/feishu/errors';
import { getTalent } from '@/lib/server/feishu/resources/talents';
import { dueTalents, type FullTalent, storeFullTalents } from '@/lib/server/mirror/talent-groups';
import { deleteTalent } from '@/lib/server/mirror/talents';
import { chunk } from '@/lib/server/mirror/values';
import { fetchBodies, storeBodies } from './bodies';
import { inOrder } from './flow';
import type { SyncRun } from './run';
import { REREAD } from './settings';

const PER_PAGE = 40;
const PAGES_AT_ONCE = 2;
const LOOKED_UP = 1_000;

type Found = { full: FullTalent[]; gone: string[] };

/**
 * Full records, 20 a second: tags, pools, folders, block list and notes, for which there is no list
 * and no filter by change. Never read first, those with an active application before the others;
 * then whoever was read longest ago (`REREAD`). Ends when nobody is due.
 */
export async function readFullTalents(run: SyncRun, activeOnly: boolean): Promise<void> {
  /** Asked for once each: what cannot be read stays due, as does what changes by another clock. */
  const asked = new Set<string>();
  let stuck = 0;
  for (;;) {
    const now = run.deps.clock.now();
    const due = await dueTalents(run.deps.db, {
      activeBefore: new Date(now - REREAD.activeTalent),
      otherBefore: new Date(now - REREAD.talent),
      activeOnly,
      limit: LOOKED_UP + stuck,
    });
    const ids = due.filter((id) => !asked.has(id));
    if (ids.length === 0) return;
    stuck = due.length - ids.length;
    for (const id of ids) asked.add(id);
    const pages = inOrder(chunk(ids, PER_PAGE), PAGES_AT_ONCE, (part) => fetchFull(run, part));
    for await (const { full, gone } of pages) {
      await run.commit((tx, context) => storeFullTalents(tx, full, context));
      for (const id of gone) await settleGone(run, id);
    }
  }
}

async function fetchFull(run: SyncRun, ids: readonly string[]): Promise<Found> {
  const found: Found = { full: [], gone: [] };
  await Promise.all(
    ids.map(async (id) => {
      const askedAt = new Date(run.deps.clock.now());
      try {
        found.full.push({ talent: await getTalent(run.feishu, id), askedAt });
      } catch (error) {
        if (isMissing(error)) found.gone.push(id);
        else if (!(error instanceof FeishuError && error.kind === 'malformed')) throw error;
      }
    }),
  );
  return found;
}

/** A talent that is gone may have been merged: its applications say whose they are now. */
export async function settleGone(run: SyncRun, talentId: string): Promise<void> {
  const { rows } = await run.deps.db.execute<{ id: string }>(
    sql`select id from applications where talent_id = ${talentId}`,
  );
  const bodies = await fetchBodies(
    run.feishu,
    rows.map(({ id }) => id),
  );
  await run.commit(async (tx, context) => {
    await storeBodies(tx, bodies, context);
    await deleteTalent(tx, talentId, context);
  });
}
