import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { isDeadNeighbour } from '@/lib/server/base/process-name';
import type { Database } from './pool';
import { callLimits, instances } from './schema/instances';

type Mode = (typeof instances.$inferSelect)['mode'];

/** Many at once on one API: each loses at most to each other. */
const MAX_TRIES = 50;

const nowMs = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::float8`;
const inMs = (ms: number) => sql`clock_timestamp() + ${ms} * interval '1 millisecond'`;
const counts = (tailMs: number) => sql`${instances.expiresAt} > ${inMs(-tailMs)}`;

/**
 * The instances of one app in its database: who they are, and one state an API that all agree on.
 * What is in a state is its owner's affair (`lib/server/feishu`, joined in `runtime.ts`).
 * @param name this process's own
 * @param empty the state of an API nobody has called
 */
export function createLimitLedger<State extends { pausedUntil: number }>(
  db: Database,
  name: string,
  times: { ttlMs: number; tailMs: number },
  empty: () => State,
) {
  let announced = false;

  /** What died on this machine with this process's forerunner has not to be waited out. */
  async function buryNeighbours(): Promise<void> {
    const rows = await db
      .select({ id: instances.id })
      .from(instances)
      .where(sql`${instances.expiresAt} > clock_timestamp()`);
    for (const { id } of rows.filter((row) => isDeadNeighbour(row.id))) {
      await db
        .update(instances)
        .set({ expiresAt: sql`clock_timestamp()` })
        .where(eq(instances.id, id));
    }
    await db.delete(instances).where(sql`not ${counts(times.tailMs)}`);
  }

  async function read(api: string) {
    const [row] = await db
      .select({
        state: callLimits.state,
        version: callLimits.version,
        now: nowMs,
        members: sql<number>`(select count(*)::int from ${instances} where ${counts(times.tailMs)})`,
      })
      .from(callLimits)
      .where(eq(callLimits.api, api));
    return row;
  }

  return {
    async beat(mode: Mode) {
      if (!announced) await buryNeighbours();
      const expiresAt = inMs(times.ttlMs);
      await db
        .insert(instances)
        .values({ id: name, mode, expiresAt })
        .onConflictDoUpdate({ target: instances.id, set: { mode, expiresAt } });
      announced = true;
      const others = await db
        .select({
          mode: instances.mode,
          live: sql<boolean>`${instances.expiresAt} > clock_timestamp()`,
        })
        .from(instances)
        .where(sql`${instances.id} <> ${name} and ${counts(times.tailMs)}`);
      const paused = await db
        .select({ api: callLimits.api, ms: sql<number>`${callLimits.pausedUntil} - ${nowMs}` })
        .from(callLimits)
        .where(sql`${callLimits.pausedUntil} > ${nowMs}`);
      return { others, paused };
    },

    /** @throws Error when so many change it at once that this one never gets its turn */
    async change<T>(
      api: string,
      decide: (
        state: State,
        moment: { now: number; members: number },
      ) => { state: State; answer: T },
    ): Promise<{ answer: T; now: number }> {
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const row = await read(api);
        if (row === undefined) {
          await db.insert(callLimits).values({ api, state: empty() }).onConflictDoNothing();
          continue;
        }
        const { members, version } = row;
        const now = Math.floor(row.now);
        // Only this function writes it, from a State.
        const { state, answer } = decide(row.state as State, { now, members });
        const { rowCount } = await db
          .update(callLimits)
          .set({ state, pausedUntil: state.pausedUntil, version: version + 1 })
          .where(sql`${callLimits.api} = ${api} and ${callLimits.version} = ${version}`);
        if (rowCount === 1) return { answer, now };
      }
      throw new Error(`The limit of ${api} is changed by too many at once`);
    },

    async states() {
      const rows = await db
        .select({ api: callLimits.api, state: callLimits.state, now: nowMs })
        .from(callLimits);
      // As above.
      const states = rows.map(({ api, state }) => ({ api, state: state as State }));
      return { now: rows[0]?.now ?? 0, states };
    },
  };
}
