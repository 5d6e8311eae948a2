import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { contentHash } from './content-hash';
import type { MirrorContext } from './context';
import { type DerivedFacts, deriveFacts } from './derive-facts';
import { loadFactSources } from './fact-sources';
import { chunk } from './values';

const BATCH = 200;

/** `here`: those whose body is known, and which screens therefore show. */
export type Refreshed = { here: string[]; changed: string[] };

/**
 * Brings the derived columns of these applications up to date and answers which of them changed.
 * Applications without a body are left alone. To be called after every write to what they are
 * derived from, in the same transaction.
 */
export async function refreshFacts(
  executor: Executor,
  applicationIds: readonly string[],
  context: Pick<MirrorContext, 'now' | 'timeZone'>,
): Promise<Refreshed> {
  const refreshed: Refreshed = { here: [], changed: [] };
  for (const ids of chunk([...new Set(applicationIds)], BATCH)) {
    const sources = await loadFactSources(executor, ids, context.timeZone);
    refreshed.here.push(...sources.map(({ id }) => id));
    const rows = sources.flatMap(({ id, source, present }) => {
      const facts = deriveFacts(source, context.now.getTime());
      return same(facts, present) ? [] : [{ id, ...facts }];
    });
    if (rows.length === 0) continue;
    await store(executor, rows);
    refreshed.changed.push(...rows.map(({ id }) => id));
  }
  return refreshed;
}

/** Active applications whose next event has begun: what is derived from the clock may differ now. */
export async function applicationsDueAt(executor: Executor, now: Date): Promise<string[]> {
  const { rows } = await executor.execute<{ id: string }>(
    sql`select id from applications
         where outcome = 'active' and next_event_at <= ${now.toISOString()}::timestamptz
         order by id`,
  );
  return rows.map((row) => row.id);
}

const same = (a: DerivedFacts, b: DerivedFacts) => contentHash(a) === contentHash(b);

async function store(
  executor: Executor,
  rows: readonly ({ id: string } & DerivedFacts)[],
): Promise<void> {
  const at = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const json = JSON.stringify(
    rows.map((row) => ({
      id: row.id,
      step: row.step,
      furthest: row.furthestStep,
      outcome: row.outcome,
      entered: at(row.stageEnteredAt),
      ended: at(row.endedAt),
      precision: row.endedPrecision,
      hired: at(row.hiredAt),
      party: row.turnParty,
      person: row.turnOpenId,
      since: at(row.turnSince),
      event: row.nextEventKind,
      event_at: at(row.nextEventAt),
      people: row.nextEventPeople,
    })),
  );
  await executor.execute(sql`
    update applications a
       set step = d.step, furthest_step = d.furthest, outcome = d.outcome,
           stage_entered_at = d.entered, ended_at = d.ended, ended_precision = d.precision,
           hired_at = d.hired, turn_party = d.party, turn_open_id = d.person,
           turn_since = d.since, next_event_kind = d.event, next_event_at = d.event_at,
           next_event_people = d.people
      from jsonb_to_recordset(${json}::jsonb) as d(
             id text, step smallint, furthest smallint, outcome text, entered timestamptz,
             ended timestamptz, precision text, hired timestamptz, party text, person text,
             since timestamptz, event text, event_at timestamptz, people jsonb)
     where a.id = d.id`);
}
