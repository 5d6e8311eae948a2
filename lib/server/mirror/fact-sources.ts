import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import type { DerivedFacts, FactSource } from './derive-facts';

type Row = {
  id: string;
  present: DerivedFacts;
  source: Omit<FactSource, keyof Lists | 'endedAt' | 'endedPrecision' | 'outcome'>;
} & { [K in keyof Lists]: Lists[K] | null };
type Lists = Pick<FactSource, 'visits' | 'evaluations' | 'interviews' | 'tests'>;

export type LoadedSource = { id: string; source: FactSource; present: DerivedFacts };

/** Epoch milliseconds of a timestamp, as JSON sees it. */
const ms = (column: string): SQL => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/**
 * What the facts of these applications are derived from, and what was derived last time; those
 * without a body are left out. One statement: a round trip costs more than the rows.
 */
export async function loadFactSources(
  executor: Executor,
  ids: readonly string[],
  timeZone: string,
): Promise<LoadedSource[]> {
  const { rows } = await executor.execute<Row>(sql`
    select a.id,
      jsonb_build_object(
        'step', a.step, 'furthestStep', a.furthest_step, 'outcome', a.outcome,
        'stageEnteredAt', ${ms('a.stage_entered_at')}, 'endedAt', ${ms('a.ended_at')},
        'endedPrecision', a.ended_precision, 'hiredAt', ${ms('a.hired_at')},
        'turnParty', a.turn_party, 'turnOpenId', a.turn_open_id,
        'turnSince', ${ms('a.turn_since')}, 'nextEventKind', a.next_event_kind,
        'nextEventAt', ${ms('a.next_event_at')}, 'nextEventPeople', a.next_event_people
      ) as present,
      jsonb_build_object(
        'active', a.active, 'stageId', a.stage_id, 'recruiterId', j.recruiter_id,
        'step', coalesce(
          (select s.step from stages s where s.id = a.stage_id and s.process_id = j.process_id),
          (select max(s.step) from stages s where s.id = a.stage_id), a.step),
        'createdAt', ${ms('a.created_at')}, 'modifiedAt', ${ms('a.modified_at')},
        'offer', (${offer(timeZone)}), 'onboardedAt', (${onboardedAt})
      ) as source,
      (${visits}) as visits, (${evaluations}) as evaluations,
      (${interviews}) as interviews, (${tests}) as tests
    from applications a left join jobs j on j.id = a.job_id
    where a.id = any(${sql.param([...ids])}::text[]) and a.body_at is not null`);
  return rows.map(({ id, present, source, ...lists }) => ({
    id,
    present,
    source: {
      ...source,
      outcome: present.outcome,
      endedAt: present.endedAt,
      endedPrecision: present.endedPrecision,
      visits: lists.visits ?? [],
      evaluations: lists.evaluations ?? [],
      interviews: lists.interviews ?? [],
      tests: lists.tests ?? [],
    },
  }));
}

const visits = sql`
  select jsonb_agg(jsonb_build_object(
           'stageId', v.stage_id, 'step', v.step, 'enteredAt', ${ms('v.entered_at')},
           'accidental', v.accidental) order by v.seq)
    from stage_visits v where v.application_id = a.id`;

const evaluations = sql`
  select jsonb_agg(jsonb_build_object(
           'stageId', e.stage_id, 'evaluatorOpenId', e.evaluator_id, 'submitted', e.submitted,
           'createdAt', ${ms('e.created_at')}, 'updatedAt', ${ms('e.updated_at')}) order by e.id)
    from evaluations e where e.application_id = a.id`;

const interviews = sql`
  select jsonb_agg(jsonb_build_object(
           'stageId', i.stage_id, 'begin', ${ms('i.begin_at')}, 'end', ${ms('i.end_at')},
           'cancelled', i.cancelled,
           'records', coalesce((
             select jsonb_agg(jsonb_build_object(
                      'interviewerOpenId', r.interviewer_id, 'submitted', r.submitted,
                      'submittedAt', ${ms('r.submitted_at')}) order by r.id)
               from interview_records r where r.interview_id = i.id), '[]'::jsonb)) order by i.id)
    from interviews i where i.application_id = a.id`;

const tests = sql`
  select jsonb_agg(jsonb_build_object(
           'status', coalesce(t.test_status, 0), 'replyStatus', coalesce(t.reply_status, 0),
           'createdAt', coalesce(${ms('t.created_at')}, ${ms('t.start_at')}, 0),
           'completedAt', ${ms('t.completed_at')}) order by t.id)
    from tests t where t.application_id = a.id`;

/** The newest one; Feishu keeps one formal offer an application. */
const offer = (timeZone: string) => sql`
  select jsonb_build_object(
           'status', o.status, 'createdAt', ${ms('o.created_at')}, 'sentAt', ${ms('o.sent_at')},
           'decidedAt', ${ms('o.decided_at')}, 'expiresAt', ${ms('o.expires_at')},
           'onboardAt', (extract(epoch from
             (o.onboard_date::date)::timestamp at time zone ${timeZone}) * 1000)::float8)
    from offers o where o.application_id = a.id order by o.created_at desc nulls last, o.id limit 1`;

const onboardedAt = sql`
  select ${ms('max(w.onboard_at)')} from employees w where w.application_id = a.id`;
