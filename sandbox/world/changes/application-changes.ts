import { z } from 'zod';
import { appendTo, interviewersOf, removeFrom } from '@/sandbox/world/indexes';
import type { Application, Employee } from '@/sandbox/world/types';
import { at, change, id, passOrFail, terminationType } from './parts';
import { type Appliers, enterStage, need, type Scene, UnknownRecord, unlock } from './scene';

const visit = z.object({ stageId: id, enter: at, exit: at.nullable() });
const application: z.ZodType<Application> = z.object({
  id,
  jobId: id,
  talentId: id,
  stageId: id,
  stageTimes: z.array(visit).min(1),
  active: z.boolean(),
  sourceId: z.string(),
  deliveryType: z.union([z.literal(1), z.literal(2)]),
  createdAt: at,
  modifiedAt: at,
  terminationType: terminationType.nullable(),
  terminationReasonIds: z.array(id),
  terminationNote: z.string(),
  terminatedAt: at.nullable(),
  terminatorId: z.string().nullable(),
  preferredCityCodes: z.array(z.string()),
  creatorId: z.string(),
  attachmentId: id.nullable(),
  employeeOpenId: id.optional(),
});
const employee: z.ZodType<Employee> = z.object({
  id,
  applicationId: id,
  onboardStatus: passOrFail,
  conversionStatus: passOrFail,
  onboardTime: at,
  expectedConversionTime: at,
  departmentId: z.string(),
  leaderId: z.string(),
  actualConversionTime: at.optional(),
  overboardTime: at.optional(),
  overboardNote: z.string().optional(),
  onboardCityCode: z.string().optional(),
  sequenceId: z.string().optional(),
  levelId: z.string().optional(),
  employeeTypeId: z.string().optional(),
  jobRequirementId: z.string().optional(),
});
const end = {
  applicationId: id,
  terminationType,
  reasonIds: z.array(id),
  note: z.string(),
};

export const applicationChanges = [
  change('application.created', { application }),
  change('application.moved', { applicationId: id, stageId: id }),
  change('application.terminated', { ...end, terminatorId: z.string().nullable() }),
  change('application.recovered', { applicationId: id }),
  change('application.deleted', { applicationId: id }),
  /** 转入职: into the joined stage, with the employee’s record. */
  change('application.onboarded', { employee }),
  /** 取消入职: the employee’s record goes and the application ends. */
  change('application.onboard_cancelled', end),
] as const;
export type ApplicationChange = z.infer<(typeof applicationChanges)[number]>;

export const applicationAppliers: Appliers<ApplicationChange> = {
  'application.created'(scene, change) {
    need(scene.world.talents, change.application.talentId);
    need(scene.world.jobs, change.application.jobId);
    addApplication(scene, change.application);
  },
  'application.moved'(scene, change) {
    need(scene.index.stages, change.stageId);
    enterStage(need(scene.world.applications, change.applicationId), change.stageId, change.at);
  },
  'application.terminated'(scene, change) {
    endApplication(scene, need(scene.world.applications, change.applicationId), change);
  },
  'application.recovered'(scene, change) {
    const application = need(scene.world.applications, change.applicationId);
    application.active = true;
    application.terminationType = null;
    application.terminationReasonIds = [];
    application.terminationNote = '';
    application.terminatedAt = null;
    application.terminatorId = null;
    application.modifiedAt = change.at;
  },
  'application.deleted'(scene, change) {
    deleteApplication(scene, need(scene.world.applications, change.applicationId));
  },
  'application.onboarded'(scene, change) {
    const application = need(scene.world.applications, change.employee.applicationId);
    const talent = need(scene.world.talents, application.talentId);
    enterStage(application, joinedStageId(scene, application), change.at);
    talent.onboarded = true;
    talent.updatedAt = change.at;
    unlock(talent, application.id);
    scene.world.employees.set(change.employee.id, change.employee);
    scene.index.employeeByApplication.set(application.id, change.employee);
  },
  'application.onboard_cancelled'(scene, change) {
    const application = need(scene.world.applications, change.applicationId);
    const employee = scene.index.employeeByApplication.get(application.id);
    if (employee) {
      scene.world.employees.delete(employee.id);
      scene.index.employeeByApplication.delete(application.id);
      need(scene.world.talents, application.talentId).onboarded = false;
    }
    endApplication(scene, application, { ...change, terminatorId: null });
  },
};

function endApplication(
  scene: Scene,
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
  unlock(need(scene.world.talents, application.talentId), application.id);
}

function joinedStageId({ index }: Scene, application: Application): string {
  const { process } = need(index.stages, application.stageId);
  const joined = process.stages.find((stage) => stage.type === 7);
  if (!joined) throw new UnknownRecord(`${process.id} (stage of type 7)`);
  return joined.id;
}

function addApplication({ world, index }: Scene, application: Application): void {
  world.applications.set(application.id, application);
  appendTo(index.applicationsByJob, application.jobId, application);
  appendTo(index.applicationsByTalent, application.talentId, application);
  if (application.employeeOpenId) {
    index.employeeOfTalent.set(application.talentId, application.employeeOpenId);
  }
}

/** With everything that hangs on it. */
export function deleteApplication({ world, index }: Scene, application: Application): void {
  const { id } = application;
  unlock(need(world.talents, application.talentId), id);
  world.applications.delete(id);
  removeFrom(index.applicationsByJob, application.jobId, application);
  removeFrom(index.applicationsByTalent, application.talentId, application);
  for (const evaluation of index.evaluationsByApplication.get(id) ?? []) {
    world.evaluations.delete(evaluation.id);
    removeFrom(index.evaluationsByEvaluator, evaluation.evaluatorId, evaluation);
  }
  for (const interview of index.interviewsByApplication.get(id) ?? []) {
    world.interviews.delete(interview.id);
    for (const record of interview.records) index.interviewByRecord.delete(record.id);
    for (const who of interviewersOf(interview)) {
      removeFrom(index.interviewsByInterviewer, who, interview);
    }
  }
  for (const questionnaire of world.questionnaires.values()) {
    if (questionnaire.applicationId === id) world.questionnaires.delete(questionnaire.id);
  }
  for (const test of index.testsByApplication.get(id) ?? []) world.tests.delete(test.id);
  const internOffer = index.internOfferByApplication.get(id);
  if (internOffer) world.internOffers.delete(internOffer.id);
  const agreement = index.agreementByApplication.get(id);
  if (agreement) world.agreements.delete(agreement.id);
  for (const check of index.checksByApplication.get(id) ?? []) {
    world.backgroundChecks.delete(check.id);
  }
  for (const task of world.ehrImportTasks.values()) {
    if (task.applicationId === id) world.ehrImportTasks.delete(task.id);
  }
  if (application.employeeOpenId) {
    const bound = (index.applicationsByTalent.get(application.talentId) ?? []).find(
      (other) => other.employeeOpenId,
    );
    if (!bound) index.employeeOfTalent.delete(application.talentId);
  }
  index.internOfferByApplication.delete(id);
  index.agreementByApplication.delete(id);
  index.checksByApplication.delete(id);
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
