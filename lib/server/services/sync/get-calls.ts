import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { ApiRateDto, CallsDto } from '@/lib/domain/settings-calls';
import { env } from '@/lib/server/base/env';
import { tenantMonth } from '@/lib/server/db/api-calls';
import type { Executor } from '@/lib/server/db/pool';
import { apiCalls } from '@/lib/server/db/schema/operations';
import { ENDPOINTS, type EndpointId, endpointOf } from '@/lib/server/feishu/endpoints';
import type { ApiUse } from '@/lib/server/feishu/limit-store';
import { runtime } from '@/lib/server/runtime';
import { perMinute } from './full-read-cost';

/** How each limit of Feishu's is used, and what this month has cost. */
export async function getCalls(): Promise<CallsDto> {
  const { db, limiter } = runtime();
  const [uses, month] = await Promise.all([limiter.look(), readMonth(db)]);
  return {
    at: new Date().toISOString(),
    rates: uses
      .flatMap(toRate)
      .sort((a, b) => b.lastMinute / b.perMinute - a.lastMinute / a.perMinute || order(a, b)),
    month,
  };
}

/** The calls of the tenant's month so far, as they were added up. */
export async function readMonth(db: Executor, now = new Date()): Promise<CallsDto['month']> {
  const { TENANT_TIMEZONE, FEISHU_MONTHLY_CALLS } = env();
  const month = tenantMonth(now, TENANT_TIMEZONE);
  const rows = await db
    .select({ api: apiCalls.endpoint, calls: apiCalls.calls })
    .from(apiCalls)
    .where(eq(apiCalls.month, month))
    .orderBy(desc(apiCalls.calls), apiCalls.endpoint);
  const apis = rows.map((row) => ({
    ...row,
    path: isEndpoint(row.api) ? pathOf(row.api) : row.api,
  }));
  return {
    month,
    calls: rows.reduce((sum, { calls }) => sum + calls, 0),
    budget: FEISHU_MONTHLY_CALLS ?? null,
    apis,
  };
}

function toRate({ api, lastMinute, share, outsiderSeen, pausedMs }: ApiUse): ApiRateDto[] {
  if (!isEndpoint(api)) return [];
  return [
    {
      api,
      path: pathOf(api),
      lastMinute,
      perMinute: Math.floor(perMinute(api) * env().FEISHU_LIMITS_SCALE),
      share,
      outsiderSeen,
      pausedSeconds: Math.ceil(pausedMs / 1000),
    },
  ];
}

function pathOf(api: EndpointId): string {
  const { method, path } = endpointOf(api);
  return `${method} ${path}`;
}

const isEndpoint = (api: string): api is EndpointId => Object.hasOwn(ENDPOINTS, api);
const order = (a: ApiRateDto, b: ApiRateDto) => (a.api < b.api ? -1 : 1);
