import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { notFound } from '@/lib/domain/app-error';
import { ApplicationDto } from '@/lib/domain/applications';
import type { LocalizedText } from '@/lib/domain/common';
import { stepAt } from '@/lib/domain/steps';
import { timelineOf } from '@/lib/domain/timeline';
import type { Actor } from '@/lib/server/db/actor';
import { applications } from '@/lib/server/db/schema/applications';
import { recruitsFor, seesJob } from '@/lib/server/db/scope';
import { localized } from '@/lib/server/services/names';
import { type People, readPeople } from '@/lib/server/services/people';
import { readContext } from '@/lib/server/services/read-context';
import { getSyncNote } from '@/lib/server/services/sync/get-sync-note';
import { refreshWhenStale } from './background-refresh';
import { toFeishuTasks } from './feishu-links';
import { toOffer } from './offer-dto';
import { toOtherApplication } from './other-application';
import { owesFeedbackOn } from './owed-feedback';
import { readApplicationRows } from './read-application-rows';
import { type Blocks, readBlocks, readSubject, type Subject } from './read-blocks';
import { iso, type StageName, toEvaluation, toInterview, toNote, toTest } from './record-dto';
import { timelineFacts } from './timeline-facts';

/**
 * One application with everything the person may know of it, from the mirror alone. Notes and
 * offer older than a minute are asked for again behind their back; the next read has them.
 * @throws AppError NOT_FOUND, also where it exists outside the person's scope
 */
export async function getApplication(actor: Actor, applicationId: string): Promise<ApplicationDto> {
  const { db, now } = readContext();
  const subject = await readSubject(db, actor, applicationId);
  if (!subject) throw notFound('application');
  refreshWhenStale(applicationId, subject.application.detailAt, now);

  const [blocks, rows, sync] = await Promise.all([
    readBlocks(db, actor, subject),
    readApplicationRows(db, {
      where: eq(applications.id, applicationId),
      orderBy: [sql`1`],
      limit: 1,
    }),
    getSyncNote(),
  ]);
  const row = rows[0]?.row;
  if (!row) throw notFound('application');
  const people = await readPeople(db, personsIn(subject, blocks));
  return ApplicationDto.parse({
    row,
    ...assemble(actor, subject, blocks, people, now),
    feishuTasks: toFeishuTasks(actor, subject, row, blocks, now),
    sync,
  });
}

function assemble(
  actor: Actor,
  subject: Subject,
  blocks: Blocks,
  people: People,
  now: Date,
): Omit<ApplicationDto, 'row' | 'feishuTasks' | 'sync'> {
  const { application, talent } = subject;
  const recruits = recruitsFor(actor.scope, application.jobId);
  const stageName = stageNames(blocks);
  const viewer = {
    openId: actor.openId,
    owes: owesFeedbackOn(blocks.rounds, actor.openId),
    now: now.getTime(),
  };
  const resumeId = application.attachmentId ?? talent?.attachmentIds[0];
  return {
    job: toJob(actor, subject, blocks, people),
    talent: talent && {
      id: talent.id,
      name: talent.name,
      headline: [talent.company ?? talent.school, talent.title].filter(Boolean).join(' · ') || null,
      topDegree: talent.topDegree,
      experienceYears: talent.experienceYears,
      city: localized(talent.cityZh, talent.cityEn),
    },
    deliveryType:
      application.deliveryType === 1
        ? 'sourced'
        : application.deliveryType === 2
          ? 'applied'
          : 'unknown',
    modifiedAt: iso(application.modifiedAt),
    termination: toTermination(subject, blocks),
    stages: blocks.processStages.map(toStage),
    visits: blocks.visits.map((visit) => ({
      stage: stageOf(visit.stageId, visit.step, blocks),
      enteredAt: iso(visit.enteredAt),
      exitedAt: iso(visit.exitedAt),
      accidental: visit.accidental,
    })),
    evaluations: blocks.evaluations.map((each) => toEvaluation(each, people, stageName)),
    tests: blocks.tests.map(toTest),
    interviews: blocks.rounds.map((round) => toInterview(round, people, stageName, viewer)),
    offer: blocks.offer && toOffer(blocks.offer, people, recruits),
    onboarding: blocks.employee && {
      joinedAt: iso(blocks.employee.onboardAt),
      expectedConversionAt: iso(blocks.employee.expectedConversionAt),
      left: blocks.employee.onboardStatus === 2,
    },
    notes: blocks.notes.map((note) => toNote(note, people)),
    notesAsOf: iso(application.detailAt),
    resume: resumeId === undefined ? null : { attachmentId: resumeId },
    others: blocks.others.map((other) => toOtherApplication(other, people)),
    timeline: timelineOf(timelineFacts(subject, blocks, people, stageName)),
    reasons: recruits
      ? blocks.reasons
          .filter((reason) => reason.active === 1)
          .flatMap((reason) => {
            const { type } = reason;
            return type === 1 || type === 22 || type === 27
              ? [{ id: reason.id, name: { zh: reason.nameZh, en: reason.nameEn }, type }]
              : [];
          })
      : [],
    allowed: {
      move: recruits && application.outcome === 'active',
      end: recruits && application.outcome === 'active',
      recover: recruits && application.outcome === 'ended',
      note: actor.permissions.has('notes:write') && application.talentId !== null,
    },
  };
}

function toJob(
  actor: Actor,
  { application, job, department }: Subject,
  blocks: Blocks,
  people: People,
): ApplicationDto['job'] {
  return {
    id: application.jobId,
    title: job?.title ?? '',
    type: job?.processType === 2 ? 'campus' : 'social',
    department: department && localized(department.nameZh, department.nameEn),
    recruiter: people.refOrNull(job?.recruiterId),
    managers: blocks.managers.map(({ openId }) => people.ref(openId)),
    visible: job !== null && seesJob(actor.scope, application.jobId),
  };
}

function toTermination({ application }: Subject, blocks: Blocks): ApplicationDto['termination'] {
  if (application.outcome !== 'ended') return null;
  const type = application.terminationType;
  return {
    by: type === 1 ? 'us' : type === 22 ? 'candidate' : 'other',
    reasons: blocks.reasons
      .filter((reason) => application.terminationReasonIds.includes(reason.id))
      .map((reason): LocalizedText => ({ zh: reason.nameZh, en: reason.nameEn })),
    note: application.terminationNote,
    at: iso(application.endedAt),
    precision: application.endedPrecision ?? 'latest',
  };
}

type StageRow = Blocks['processStages'][number];

const toStage = (stage: StageRow) => ({
  id: stage.id,
  name: { zh: stage.nameZh, en: stage.nameEn },
  type: stage.type,
  step: stepAt(stage.step),
});

/** A visited stage may have left the process since; its step is known, its name is not. */
function stageOf(stageId: string, step: number, blocks: Blocks) {
  const known = blocks.processStages.find((stage) => stage.id === stageId);
  return known
    ? toStage(known)
    : { id: stageId, name: { zh: '', en: '' }, type: 8, step: stepAt(step) };
}

function stageNames(blocks: Blocks): StageName {
  const names = new Map(blocks.processStages.map((stage) => [stage.id, toStage(stage).name]));
  return (stageId) => (stageId && names.get(stageId)) || null;
}

function personsIn({ job, application }: Subject, blocks: Blocks): (string | null | undefined)[] {
  return [
    job?.recruiterId,
    application.creatorId,
    blocks.offer?.ownerId,
    ...blocks.managers.map((manager) => manager.openId),
    ...blocks.evaluations.map((evaluation) => evaluation.evaluatorId),
    ...blocks.rounds.flatMap((round) => round.records.map((record) => record.interviewerId)),
    ...blocks.notes.map((note) => note.creatorId),
    ...blocks.others.map((other) => other.recruiterId),
    ...blocks.acts.map((act) => act.actorOpenId),
  ];
}
