import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { SignedInDto } from '@/lib/domain/settings-access';
import type { Actor } from '@/lib/server/db/actor';
import { sessions } from '@/lib/server/db/schema/operations';
import { runtime } from '@/lib/server/runtime';
import { IDLE_SECONDS } from './sessions';

type Row = {
  openId: string;
  nameZh: string | null;
  nameEn: string | null;
  sessions: number;
  /** Epoch milliseconds. */
  since: number;
  seen: number;
};

/** Everybody whose cookie opens something now, whoever was here last first. */
export async function listSignedIn(actor: Actor, now = Date.now()): Promise<SignedInDto[]> {
  const idleSince = new Date(now - IDLE_SECONDS * 1000).toISOString();
  const { rows } = await runtime().db.execute<Row>(sql`
    select s.open_id as "openId", p.name_zh as "nameZh", p.name_en as "nameEn",
           count(*)::int as sessions,
           extract(epoch from min(s.created_at))::float8 * 1000 as since,
           extract(epoch from max(s.last_seen_at))::float8 * 1000 as seen
      from sessions s left join people p on p.open_id = s.open_id
     where s.ended_at is null and s.expires_at > ${new Date(now).toISOString()}
       and s.last_seen_at > ${idleSince} and p.active is distinct from 0
     group by s.open_id, p.name_zh, p.name_en
     order by seen desc, s.open_id`);
  return rows.map((row) => ({
    person: {
      openId: row.openId,
      name: {
        zh: row.nameZh || row.nameEn || row.openId,
        en: row.nameEn || row.nameZh || row.openId,
      },
    },
    sessions: row.sessions,
    since: new Date(row.since).toISOString(),
    lastSeenAt: new Date(row.seen).toISOString(),
    you: row.openId === actor.openId,
  }));
}

/** From here on no cookie of this person opens anything; they may sign in again. */
export async function endSessionsOf(openId: string, now = new Date()): Promise<void> {
  await runtime()
    .db.update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.openId, openId), isNull(sessions.endedAt)));
}
