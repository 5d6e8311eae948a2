import 'server-only';
import { count, gte } from 'drizzle-orm';
import type { EventInboxDto, FailedEventDto } from '@/lib/domain/settings-events';
import { tenantDay } from '@/lib/domain/tenant-day';
import { env } from '@/lib/server/base/env';
import { dayStart } from '@/lib/server/db/application-query';
import { eventInbox } from '@/lib/server/db/schema/events';
import { runtime } from '@/lib/server/runtime';
import { HANDLERS } from './handlers';
import { type InboxEvent, inboxSummary, replayFailed } from './inbox';

const CALLBACK_PATH = '/api/webhooks/feishu';

/** How events come in, how many did today, and those that wait for a person. */
export async function getInbox(now = new Date()): Promise<EventInboxDto> {
  const config = env();
  const zone = config.TENANT_TIMEZONE;
  const { db } = runtime();
  const [{ states, last, failed }, arrivals] = await Promise.all([
    inboxSummary(db),
    db
      .select({ via: eventInbox.via, n: count() })
      .from(eventInbox)
      .where(gte(eventInbox.receivedAt, dayStart(tenantDay(now, zone), zone)))
      .groupBy(eventInbox.via),
  ]);
  const inState = (state: InboxEvent['state']) => states.find((one) => one.state === state)?.n ?? 0;
  const by = (via: InboxEvent['via']) => arrivals.find((one) => one.via === via)?.n ?? 0;
  const byCallback = config.FEISHU_EVENTS === 'webhook';
  return {
    way: config.FEISHU_EVENTS,
    callbackUrl: byCallback ? new URL(CALLBACK_PATH, config.NEXTAUTH_URL).href : null,
    configured:
      !byCallback || Boolean(config.FEISHU_ENCRYPT_KEY && config.FEISHU_VERIFICATION_TOKEN),
    today: { webhook: by('webhook'), websocket: by('websocket') },
    last: last && { at: last.at.toISOString(), via: last.via },
    waiting: inState('waiting'),
    failed: inState('failed'),
    failures: failed.map(toFailed),
  };
}

/** Failed events, or the one, take their turn again now. Answers how many do. */
export async function replayEvents(eventId: string | undefined): Promise<number> {
  const { db, wakeInbox } = runtime();
  const replayed = await replayFailed(db, new Date(), eventId);
  if (replayed > 0) wakeInbox?.();
  return replayed;
}

function toFailed(row: InboxEvent): FailedEventDto {
  const targets = HANDLERS.get(row.eventType)?.safeParse(row.event).data;
  return {
    eventId: row.eventId,
    eventType: row.eventType,
    receivedAt: row.receivedAt.toISOString(),
    via: row.via,
    attempts: row.attempts,
    code: row.errorCode ?? 'UNKNOWN',
    logId: row.errorLogId,
    about: targets?.at(0) ?? null,
  };
}
