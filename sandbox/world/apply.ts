import type { Change } from './changes';
import { appendTo, removeFrom, type WorldIndex } from './indexes';
import type { Application, Interview, Talent, World } from './types';

/**
 * Makes the change true in the world and its index: the one way records change, live or replayed.
 * Throws `UnknownRecord` before anything is touched when the change names what is not there.
 */
export function applyChange(world: World, index: WorldIndex, change: Change): void {
  const { at } = change;
  switch (change.kind) {
    case 'talent.created':
      world.talents.set(change.talent.id, change.talent);
      return;
    case 'talent.tagged': {
      const talent = need(world.talents, change.talentId);
      if (!talent.tagIds.includes(change.tagId)) talent.tagIds.push(change.tagId);
      talent.updatedAt = at;
      return;
    }
    case 'talent.untagged': {
      const talent = need(world.talents, change.talentId);
      talent.tagIds = talent.tagIds.filter((id) => id !== change.tagId);
      talent.updatedAt = at;
      return;
    }
    case 'talent.locked': {
      const application = need(world.applications, change.applicationId);
      need(world.talents, application.talentId).lockedByApplicationId = application.id;
      return;
    }
    case 'talent.unlocked':
      need(world.talents, change.talentId).lockedByApplicationId = null;
      return;

    case 'application.created':
      need(world.talents, change.application.talentId);
      need(world.jobs, change.application.jobId);
      addApplication(world, index, change.application);
      return;
    case 'application.moved':
      need(index.stages, change.stageId);
      enterStage(need(world.applications, change.applicationId), change.stageId, at);
      return;
    case 'application.terminated':
      endApplication(world, need(world.applications, change.applicationId), change);
      return;
    case 'application.recovered': {
      const application = need(world.applications, change.applicationId);
      application.active = true;
      application.terminationType = null;
      application.terminationReasonIds = [];
      application.terminationNote = '';
      application.terminatedAt = null;
      application.terminatorId = null;
      application.modifiedAt = at;
      return;
    }
    case 'application.deleted':
      deleteApplication(world, index, need(world.applications, change.applicationId));
      return;
    case 'application.onboarded': {
      const application = need(world.applications, change.employee.applicationId);
      const talent = need(world.talents, application.talentId);
      enterStage(application, joinedStageId(index, application), at);
      talent.onboarded = true;
      talent.updatedAt = at;
      unlock(talent, application.id);
      world.employees.set(change.employee.id, change.employee);
      index.employeeByApplication.set(application.id, change.employee);
      return;
    }
    case 'application.onboard_cancelled': {
      const application = need(world.applications, change.applicationId);
      const employee = index.employeeByApplication.get(application.id);
      if (employee) {
        world.employees.delete(employee.id);
        index.employeeByApplication.delete(application.id);
        need(world.talents, application.talentId).onboarded = false;
      }
      endApplication(world, application, { ...change, terminatorId: null });
      return;
    }

    case 'evaluation.assigned': {
      const { evaluation } = change;
      touch(world, evaluation.applicationId, at);
      world.evaluations.set(evaluation.id, evaluation);
      appendTo(index.evaluationsByApplication, evaluation.applicationId, evaluation);
      return;
    }
    case 'evaluation.submitted': {
      const evaluation = need(world.evaluations, change.evaluationId);
      touch(world, evaluation.applicationId, at);
      evaluation.submitted = true;
      evaluation.conclusion = change.conclusion;
      evaluation.content = change.content;
      evaluation.updatedAt = at;
      return;
    }

    case 'interview.arranged': {
      const { interview } = change;
      touch(world, interview.applicationId, at);
      addInterview(world, index, interview);
      return;
    }
    case 'interview.moved': {
      const interview = need(world.interviews, change.interviewId);
      touch(world, interview.applicationId, at);
      interview.begin = change.begin;
      interview.end = change.end;
      interview.modifiedAt = at;
      return;
    }
    case 'interview.cancelled': {
      const interview = need(world.interviews, change.interviewId);
      touch(world, interview.applicationId, at);
      interview.cancelled = true;
      interview.modifiedAt = at;
      return;
    }
    case 'interview.assessed': {
      const interview = need(world.interviews, change.interviewId);
      const record = interview.records.find(({ id }) => id === change.recordId);
      if (!record) throw new UnknownRecord(change.recordId);
      touch(world, interview.applicationId, at);
      record.submitted = true;
      record.submittedAt = at;
      record.conclusion = change.conclusion;
      record.content = change.content;
      record.dimensions = change.dimensions;
      interview.modifiedAt = at;
      return;
    }

    case 'test.assigned': {
      const { test } = change;
      touch(world, test.applicationId, at);
      world.tests.set(test.id, test);
      appendTo(index.testsByApplication, test.applicationId, test);
      return;
    }
    case 'test.completed': {
      const test = need(world.tests, change.testId);
      touch(world, test.applicationId, at);
      test.replyStatus = 1;
      test.testStatus = change.passed ? 5 : 6;
      test.completedAt = at;
      test.score = change.score;
      return;
    }

    case 'offer.created': {
      const { offer } = change;
      touch(world, offer.applicationId, at);
      world.offers.set(offer.id, offer);
      index.offerByApplication.set(offer.applicationId, offer);
      return;
    }
    case 'offer.changed': {
      const offer = need(world.offers, change.offerId);
      touch(world, offer.applicationId, at);
      offer.status = change.status;
      if (change.status === 6) offer.sentAt = at;
      if (change.status >= 7 && change.status <= 9) offer.decidedAt = at;
      return;
    }

    case 'note.created': {
      const { note } = change;
      need(world.talents, note.talentId);
      world.notes.set(note.id, note);
      appendTo(index.notesByTalent, note.talentId, note);
      return;
    }
    case 'note.updated': {
      const note = need(world.notes, change.noteId);
      note.content = change.content;
      if (change.isPrivate !== undefined) note.isPrivate = change.isPrivate;
      note.modifiedAt = at;
      return;
    }
    case 'note.deleted': {
      const note = need(world.notes, change.noteId);
      world.notes.delete(note.id);
      removeFrom(index.notesByTalent, note.talentId, note);
      return;
    }

    case 'job.opened': {
      const job = need(world.jobs, change.jobId);
      job.open = true;
      if (change.expiresAt !== undefined) job.expiresAt = change.expiresAt;
      job.updatedAt = at;
      return;
    }
    case 'job.closed': {
      const job = need(world.jobs, change.jobId);
      job.open = false;
      job.updatedAt = at;
      return;
    }
    case 'job.staffed': {
      const job = need(world.jobs, change.jobId);
      job.recruiterId = change.recruiterId ?? job.recruiterId;
      job.assistantIds = change.assistantIds ?? job.assistantIds;
      job.managerIds = change.managerIds ?? job.managerIds;
      job.updatedAt = at;
      return;
    }
  }
}

export class UnknownRecord extends Error {
  readonly code = 'unknown_record';
  constructor(id: string) {
    super(`The world holds no record ${id} of the kind the change is about`);
  }
}

function need<T>(records: ReadonlyMap<string, T>, id: string): T {
  const record = records.get(id);
  if (record === undefined) throw new UnknownRecord(id);
  return record;
}

function touch(world: World, applicationId: string, at: number): void {
  need(world.applications, applicationId).modifiedAt = at;
}

function enterStage(application: Application, stageId: string, at: number): void {
  const present = application.stageTimes.at(-1);
  if (present) present.exit = at;
  application.stageTimes.push({ stageId, enter: at, exit: null });
  application.stageId = stageId;
  application.modifiedAt = at;
}

function endApplication(
  world: World,
  application: Application,
  end: {
    at: number;
    terminationType: 1 | 22 | 27;
    reasonIds: string[];
    note: string;
    terminatorId: string | null;
  },
): void {
  application.active = false;
  application.terminationType = end.terminationType;
  application.terminationReasonIds = end.reasonIds;
  application.terminationNote = end.note;
  application.terminatedAt = end.at;
  application.terminatorId = end.terminatorId;
  application.modifiedAt = end.at;
  unlock(need(world.talents, application.talentId), application.id);
}

function unlock(talent: Talent, applicationId: string): void {
  if (talent.lockedByApplicationId === applicationId) talent.lockedByApplicationId = null;
}

function joinedStageId(index: WorldIndex, application: Application): string {
  const { process } = need(index.stages, application.stageId);
  const joined = process.stages.find((stage) => stage.type === 7);
  if (!joined) throw new UnknownRecord(`${process.id} (stage of type 7)`);
  return joined.id;
}

function addApplication(world: World, index: WorldIndex, application: Application): void {
  world.applications.set(application.id, application);
  appendTo(index.applicationsByJob, application.jobId, application);
  appendTo(index.applicationsByTalent, application.talentId, application);
}

function addInterview(world: World, index: WorldIndex, interview: Interview): void {
  world.interviews.set(interview.id, interview);
  appendTo(index.interviewsByApplication, interview.applicationId, interview);
  for (const record of interview.records) index.interviewByRecord.set(record.id, interview);
}

function deleteApplication(world: World, index: WorldIndex, application: Application): void {
  const { id } = application;
  unlock(need(world.talents, application.talentId), id);
  world.applications.delete(id);
  removeFrom(index.applicationsByJob, application.jobId, application);
  removeFrom(index.applicationsByTalent, application.talentId, application);
  for (const evaluation of index.evaluationsByApplication.get(id) ?? []) {
    world.evaluations.delete(evaluation.id);
  }
  for (const interview of index.interviewsByApplication.get(id) ?? []) {
    world.interviews.delete(interview.id);
    for (const record of interview.records) index.interviewByRecord.delete(record.id);
  }
  for (const test of index.testsByApplication.get(id) ?? []) world.tests.delete(test.id);
  const offer = index.offerByApplication.get(id);
  if (offer) world.offers.delete(offer.id);
  const employee = index.employeeByApplication.get(id);
  if (employee) world.employees.delete(employee.id);
  index.evaluationsByApplication.delete(id);
  index.interviewsByApplication.delete(id);
  index.testsByApplication.delete(id);
  index.offerByApplication.delete(id);
  index.employeeByApplication.delete(id);
}
