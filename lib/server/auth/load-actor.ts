import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { permissionsOf, type Role } from '@/lib/domain/permissions';
import type { Actor } from '@/lib/server/db/actor';
import type { Executor } from '@/lib/server/db/pool';
import { everything, own } from '@/lib/server/db/scope';
import { IDLE_SECONDS, TOUCH_SECONDS, touchSession } from './sessions';

/** What the signed cookie says; everything else about a person comes from the database. */
export type Ticket = { sessionId: string; name: string; enName: string };

type Facts = {
  open_id: string;
  /** Epoch milliseconds. */
  last_seen: number;
  name_zh: string | null;
  name_en: string | null;
  /** Holds a Feishu Hire role that Settings maps to admin. */
  admin_role: boolean;
  recruiter_job_ids: string[];
  manager_job_ids: string[];
  evaluated_ids: string[];
  interviewed_ids: string[];
};

/**
 * The person behind a session and what they may do now, in one query; null where the session is
 * unknown, over or idle too long, or the person has left the tenant. Evaluators and interviewers
 * see an application while it is in the process (PRODUCT section 1: "for as long as they do").
 */
export async function loadActor(
  db: Executor,
  ticket: Ticket,
  adminOpenIds: readonly string[],
  now = Date.now(),
): Promise<Actor | null> {
  const facts = await readFacts(db, ticket.sessionId, now);
  if (facts === null) return null;
  if (now - facts.last_seen > TOUCH_SECONDS * 1000) {
    await touchSession(db, ticket.sessionId, now);
  }

  const admin = facts.admin_role || adminOpenIds.includes(facts.open_id);
  const standing: Record<Role, boolean> = {
    admin,
    recruiter: facts.recruiter_job_ids.length > 0,
    manager: facts.manager_job_ids.length > 0,
    evaluator: facts.evaluated_ids.length > 0,
    interviewer: facts.interviewed_ids.length > 0,
  };
  const roles = ROLE_ORDER.filter((role) => standing[role]);
  const zh = facts.name_zh || ticket.name;
  return {
    openId: facts.open_id,
    name: { zh, en: facts.name_en || ticket.enName || zh },
    roles,
    permissions: permissionsOf(roles),
    scope: admin
      ? everything()
      : own({
          jobIds: [...new Set([...facts.recruiter_job_ids, ...facts.manager_job_ids])],
          recruiterJobIds: facts.recruiter_job_ids,
          assignedIds: [...new Set([...facts.evaluated_ids, ...facts.interviewed_ids])],
        }),
  };
}

const ROLE_ORDER: readonly Role[] = ['admin', 'recruiter', 'manager', 'evaluator', 'interviewer'];

async function readFacts(db: Executor, sessionId: string, now: number): Promise<Facts | null> {
  const idleSince = new Date(now - IDLE_SECONDS * 1000).toISOString();
  const result = await db.execute<Facts>(sql`
    select s.open_id, extract(epoch from s.last_seen_at)::float8 * 1000 as last_seen,
      p.name_zh, p.name_en,
      exists(select 1 from user_roles r join admin_roles m on m.role_id = r.role_id
             where r.open_id = s.open_id) as admin_role,
      array(select distinct m.job_id from job_members m
            where m.open_id = s.open_id and m.role in ('recruiter', 'assistant')) as recruiter_job_ids,
      array(select distinct m.job_id from job_members m
            where m.open_id = s.open_id and m.role = 'manager') as manager_job_ids,
      array(select distinct e.application_id from evaluations e
            where e.evaluator_id = s.open_id and ${isActive(sql`e.application_id`)}) as evaluated_ids,
      array(select distinct r.application_id from interview_records r
            where r.interviewer_id = s.open_id and ${isActive(sql`r.application_id`)}
              and not (select i.cancelled from interviews i where i.id = r.interview_id)
      ) as interviewed_ids
    from sessions s
    left join people p on p.open_id = s.open_id
    where s.id = ${sessionId}
      and s.ended_at is null
      and s.expires_at > ${new Date(now).toISOString()}
      and s.last_seen_at > ${idleSince}
      and p.active is distinct from 0`);
  return result.rows[0] ?? null;
}

/** One look-up a row by key: a join would tempt the planner to walk every active application. */
const isActive = (applicationId: SQL): SQL =>
  sql`(select a.outcome from applications a where a.id = ${applicationId}) = 'active'`;
