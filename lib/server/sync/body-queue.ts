import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Cursor } from './checkpoints';
import type { SyncRun } from './run';

type Row = { id: string; active: boolean };
type Place = { active: boolean; id: string };

/** `again`: bodies that are here are read once more, from `active` and `id` down. */
export const BodyCursor = z.object({
  again: z.boolean(),
  active: z.boolean().optional(),
  id: z.string().optional(),
});
export type BodyCursor = z.infer<typeof BodyCursor>;

/** Which bodies are still to be read, handed out once each: the readers' ids are disjoint. */
export type BodyQueue = {
  /** From the front: active ones first, each newest first. Empty when nothing is left now. */
  takeFirst(count: number): Promise<string[]>;
  /** Active ones from the front; without any, ended ones from the back. */
  takeActive(count: number): Promise<string[]>;
  /** Where a walk goes on once these are stored too. */
  cursorAfter(ids: readonly string[]): Cursor;
  /** Committed: they may be looked for again, and will not be found. */
  stored(ids: readonly string[]): void;
};

const BATCH = 1_000;

/** @param activeOnly ended applications are left for later */
export function createBodyQueue(run: SyncRun, from: BodyCursor, activeOnly: boolean): BodyQueue {
  let waiting: Row[] = [];
  /** Handed out and not committed; those that cannot be read stay here. */
  const out = new Set<string>();
  /** Of a repeated read: batches not stored whole yet, first first. */
  const batches: { end: Place; left: Set<string> }[] = [];
  let walked: Place | undefined =
    from.active === undefined || from.id === undefined
      ? undefined
      : { active: from.active, id: from.id };
  let saved = walked;
  let filling: Promise<void> | undefined;

  async function refill(): Promise<void> {
    const { rows } = await run.deps.db.execute<Row>(from.again ? following() : unread());
    const end = rows.at(-1);
    if (from.again && end === undefined) {
      // Listed meanwhile, behind the place the walk had got to.
      waiting = (await run.deps.db.execute<Row>(unread())).rows;
      return;
    }
    waiting = rows.filter(({ id }) => !out.has(id));
    if (!from.again || end === undefined) return;
    walked = end;
    batches.push({ end, left: new Set(rows.map(({ id }) => id)) });
  }

  /** Newest first: ids grow with time. */
  const unread = () => sql`
    select id, active from applications
     where body_at is null and (active or not ${activeOnly}::boolean)
       and not id = any(${sql.param([...out])}::text[])
     order by active desc, id desc limit ${BATCH}`;
  const following = () => sql`
    select id, active from applications
     where (active or not ${activeOnly}::boolean)
       and (${walked?.id ?? null}::text is null
            or (active, id) < (${walked?.active ?? null}::boolean, ${walked?.id ?? null}::text))
     order by active desc, id desc limit ${BATCH}`;

  async function filled(): Promise<void> {
    if (waiting.length > 0) return;
    filling ??= refill().finally(() => {
      filling = undefined;
    });
    await filling;
  }

  function handOut(rows: Row[]): string[] {
    for (const { id } of rows) out.add(id);
    return rows.map(({ id }) => id);
  }

  return {
    async takeFirst(count) {
      await filled();
      return handOut(waiting.splice(0, count));
    },
    async takeActive(count) {
      await filled();
      const active = waiting.findIndex((row) => !row.active);
      const most = active === -1 ? waiting.length : active;
      if (most > 0) return handOut(waiting.splice(0, Math.min(count, most)));
      // What get_detail tells of ended ones is partial: never in the place of a whole body.
      return from.again ? [] : handOut(waiting.splice(-count));
    },
    cursorAfter(ids) {
      for (const id of ids) for (const batch of batches) batch.left.delete(id);
      while (batches[0]?.left.size === 0) saved = batches.shift()?.end;
      return { again: from.again, ...saved };
    },
    stored(ids) {
      for (const id of ids) out.delete(id);
    },
  };
}
