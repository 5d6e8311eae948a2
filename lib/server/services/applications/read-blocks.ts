import 'server-only';
import { and, asc, desc, eq, getTableColumns, inArray, or, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/server/db/actor';
import type { Executor } from '@/lib/server/db/pool';
import { applications, stageVisits } from '@/lib/server/db/schema/applications';
import { jobMembers, jobs } from '@/lib/server/db/schema/jobs';
import { auditLog } from '@/lib/server/db/schema/operations';
import { departments, stages, terminationReasons } from '@/lib/server/db/schema/organisation';
import {
  employees,
  evaluations,
  interviewRecords,
  interviews,
  offers,
  tests,
} from '@/lib/server/db/schema/process-records';
import { notes, talents } from '@/lib/server/db/schema/talents';
import { visibleApplications } from '@/lib/server/db/scope';
import { shownRound } from '@/lib/server/services/interview-round';

export type Subject = NonNullable<Awaited<ReturnType<typeof readSubject>>>;

/** The application itself if the person may see it, with its job and talent; else undefined. */
export async function readSubject(db: Executor, actor: Actor, applicationId: string) {
  const [found] = await db
    .select({ application: applications, job: jobs, department: departments, talent: talents })
    .from(applications)
    .leftJoin(jobs, eq(jobs.id, applications.jobId))
    .leftJoin(departments, eq(departments.id, jobs.departmentId))
    .leftJoin(talents, eq(talents.id, applications.talentId))
    .where(and(eq(applications.id, applicationId), visibleApplications(actor.scope)));
  return found;
}

/** Everything that hangs on one application, as the tables hold it. */
export async function readBlocks(db: Executor, actor: Actor, subject: Subject) {
  const { application, job } = subject;
  const of = application.id;
  const [
    managers,
    processStages,
    visits,
    evaluationRows,
    testRows,
    rounds,
    offerRows,
    employeeRows,
    noteRows,
    others,
    reasonRows,
    acts,
  ] = await Promise.all([
    db
      .select({ openId: jobMembers.openId })
      .from(jobMembers)
      .where(and(eq(jobMembers.jobId, application.jobId), eq(jobMembers.role, 'manager'))),
    db
      .select()
      .from(stages)
      .where(eq(stages.processId, job?.processId ?? ''))
      .orderBy(asc(stages.ordinal)),
    db
      .select()
      .from(stageVisits)
      .where(eq(stageVisits.applicationId, of))
      .orderBy(asc(stageVisits.seq)),
    db
      .select()
      .from(evaluations)
      .where(eq(evaluations.applicationId, of))
      .orderBy(asc(evaluations.createdAt)),
    db.select().from(tests).where(eq(tests.applicationId, of)).orderBy(asc(tests.startAt)),
    readRounds(db, [of]),
    db
      .select()
      .from(offers)
      .where(eq(offers.applicationId, of))
      .orderBy(desc(offers.createdAt))
      .limit(1),
    db.select().from(employees).where(eq(employees.applicationId, of)).limit(1),
    readNotes(db, actor, application.talentId, of),
    readOtherApplications(db, actor, application.talentId, of),
    db
      .select()
      .from(terminationReasons)
      .where(
        or(
          eq(terminationReasons.active, 1),
          inArray(terminationReasons.id, application.terminationReasonIds),
        ),
      )
      .orderBy(asc(terminationReasons.type), asc(terminationReasons.id)),
    db
      .select({
        at: auditLog.at,
        action: auditLog.action,
        actorOpenId: auditLog.actorOpenId,
        detail: auditLog.detail,
      })
      .from(auditLog)
      .where(and(eq(auditLog.entity, 'application'), eq(auditLog.entityId, of)))
      .orderBy(asc(auditLog.at)),
  ]);
  return {
    managers,
    processStages,
    visits,
    evaluations: evaluationRows,
    tests: testRows,
    rounds,
    offer: offerRows[0] ?? null,
    employee: employeeRows[0] ?? null,
    notes: noteRows,
    others,
    reasons: reasonRows,
    acts,
  };
}
export type Blocks = Awaited<ReturnType<typeof readBlocks>>;

export type Round = typeof interviews.$inferSelect & {
  records: (typeof interviewRecords.$inferSelect)[];
};

/** Interviews of these applications with their records, in the order they are held; rounds from 1. */
export async function readRounds(db: Executor, applicationIds: string[]): Promise<Round[]> {
  if (applicationIds.length === 0) return [];
  const [held, records] = await Promise.all([
    db
      .select({ ...getTableColumns(interviews), round: shownRound })
      .from(interviews)
      .where(inArray(interviews.applicationId, applicationIds))
      .orderBy(asc(interviews.beginAt), asc(interviews.id)),
    db
      .select()
      .from(interviewRecords)
      .where(inArray(interviewRecords.applicationId, applicationIds))
      .orderBy(asc(interviewRecords.id)),
  ]);
  return held.map((interview) => ({
    ...interview,
    records: records.filter((record) => record.interviewId === interview.id),
  }));
}

/**
 * Notes of a talent that the person may read, newest first: those on `applicationId` and on the
 * person as a whole; all visible ones where none is named. A private note is its writer's alone.
 */
export async function readNotes(
  db: Executor,
  actor: Actor,
  talentId: string | null,
  applicationId?: string,
) {
  if (talentId === null) return [];
  const visible = db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.talentId, talentId), visibleApplications(actor.scope)));
  return db
    .select()
    .from(notes)
    .where(
      and(
        eq(notes.talentId, talentId),
        or(eq(notes.isPrivate, false), eq(notes.creatorId, actor.openId)),
        or(
          sql`${notes.applicationId} is null`,
          applicationId === undefined
            ? inArray(notes.applicationId, visible)
            : eq(notes.applicationId, applicationId),
        ),
      ),
    )
    .orderBy(desc(notes.createdAt), desc(notes.id));
}

/** The talent's applications but `except`, newest first, each with whether the person may open it. */
export async function readOtherApplications(
  db: Executor,
  actor: Actor,
  talentId: string | null,
  except: string | null,
) {
  if (talentId === null) return [];
  const found = await db
    .select({
      id: applications.id,
      visible: sql<boolean>`${visibleApplications(actor.scope)}`,
      jobTitle: jobs.title,
      recruiterId: jobs.recruiterId,
      step: applications.step,
      outcome: applications.outcome,
      lock: applications.lockStatus,
      createdAt: applications.createdAt,
      endedAt: applications.endedAt,
    })
    .from(applications)
    .leftJoin(jobs, eq(jobs.id, applications.jobId))
    .where(eq(applications.talentId, talentId))
    .orderBy(desc(applications.createdAt), desc(applications.id));
  return found.filter((other) => other.id !== except);
}
