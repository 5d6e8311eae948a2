import 'server-only';
import { sql } from 'drizzle-orm';
import { addDays, tenantDay } from '@/lib/domain/tenant-day';
import { countCalls, tenantMonth } from '@/lib/server/db/api-calls';
import type { Executor } from '@/lib/server/db/pool';
import { type CallNeeds, type CallPlan, planCalls, UNLIMITED } from './call-plan';
import { EVERY, SYNC_INTERVAL_SECONDS } from './settings';

export type CallBudget = {
  /** FEISHU_MONTHLY_CALLS; null where none is set. */
  limit: number | null;
  used: number;
  plan: CallPlan;
};

type Where = {
  db: Executor;
  /** Null or absent: no number of calls is known to be allowed. */
  monthlyCalls?: number | null;
  now: Date;
  timeZone: string;
};

const DAY_MS = 86_400_000;

/** What this month has cost and how the rest is spent; the planner goes by it, Settings shows it. */
export async function readCallBudget(where: Where): Promise<CallBudget> {
  const { db, now, timeZone, monthlyCalls: limit = null } = where;
  const month = tenantMonth(now, timeZone);
  const used = await countCalls(db, month);
  if (limit === null) return { limit, used, plan: UNLIMITED };
  const daysLeft = daysLeftOf(month, now, timeZone);
  return { limit, used, plan: planCalls(limit, used, daysLeft, await readNeeds(db)) };
}

/** Whole days of the tenant's month, today included. */
function daysLeftOf(month: string, now: Date, timeZone: string): number {
  const next = `${addDays(`${month}-28`, 4).slice(0, 7)}-01`;
  return (Date.parse(next) - Date.parse(tenantDay(now, timeZone))) / DAY_MS;
}

type Counts = {
  applications: number;
  active: number;
  activeUnread: number;
  endedUnread: number;
  partial: number;
  late: number;
  testing: number;
  jobs: number;
  talents: number;
  talentsUnread: number;
  interviews: number;
  idsRead: boolean;
};

async function readNeeds(db: Executor): Promise<CallNeeds> {
  const { rows } = await db.execute<Counts>(sql`
    select count(*)::int as applications,
           (count(*) filter (where outcome = 'active'))::int as active,
           (count(*) filter (where active and body_at is null))::int as "activeUnread",
           (count(*) filter (where not active and body_at is null))::int as "endedUnread",
           (count(*) filter (where starts_with(hash, 'partial:')))::int as partial,
           (count(*) filter (where outcome = 'active' and step in (5, 6)))::int as late,
           (count(*) filter (where outcome = 'active' and step = 3))::int as testing,
           (select count(*)::int from jobs) as jobs,
           (select count(*)::int from talents) as talents,
           (select count(*)::int from talents where full_at is null) as "talentsUnread",
           (select count(*)::int from interviews
             where begin_at between now() - interval '14 days' and now() + interval '30 days')
             as interviews,
           exists (select 1 from sync_checkpoints
                    where kind = 'application_ids' and state = 'done') as "idsRead"
      from applications`);
  const [counts] = rows;
  return counts ? needsOf(counts) : { firstRead: 0, rest: 0, daily: 0 };
}

/** A window of each kind, and whose data this is. */
const CALLS_OF_A_ROUND = 5;
const PAGE = 200;

/** An estimate: what changes itself costs little against what is looked at in vain. */
function needsOf(counts: Counts): CallNeeds {
  const lists = (3 * counts.applications) / PAGE + counts.jobs;
  const daily = (everyMs: number, calls: number) => (DAY_MS / everyMs) * calls;
  return {
    firstRead: counts.activeUnread + (counts.idsRead ? 0 : lists + counts.talents / 20),
    rest: counts.endedUnread + counts.partial + counts.talentsUnread,
    daily:
      daily(SYNC_INTERVAL_SECONDS * 1000, CALLS_OF_A_ROUND) +
      daily(EVERY.interviews, 1 + counts.interviews / 100) +
      daily(EVERY.tests, counts.testing / 100) +
      daily(EVERY.offers, counts.late) +
      daily(EVERY.locks, 2) +
      daily(EVERY.jobs, counts.jobs * 1.05) +
      daily(EVERY.dictionaries, 7) +
      daily(EVERY.idSweep, 1 + counts.applications / PAGE),
  };
}
