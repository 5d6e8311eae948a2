import 'server-only';
import { env } from '@/lib/server/base/env';
import type { Executor } from '@/lib/server/db/pool';
import { type CallBudget, readCallBudget } from '@/lib/server/sync/call-budget';

/** What is left to read is counted for it, which screens asking every other second need not have. */
const LIFE_MS = 10_000;

let known: { db: Executor; until: number; budget: Promise<CallBudget> } | undefined;

/** How the month's calls are spent, as the sync plans it; up to ten seconds old. */
export function getCallBudget(db: Executor): Promise<CallBudget> {
  const now = Date.now();
  if (known?.db === db && known.until > now) return known.budget;
  const { FEISHU_MONTHLY_CALLS = null, TENANT_TIMEZONE } = env();
  const budget = readCallBudget({
    db,
    monthlyCalls: FEISHU_MONTHLY_CALLS,
    now: new Date(now),
    timeZone: TENANT_TIMEZONE,
  });
  const entry = { db, until: now + LIFE_MS, budget };
  known = entry;
  budget.catch(() => {
    if (known === entry) known = undefined;
  });
  return budget;
}
