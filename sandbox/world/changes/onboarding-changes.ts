import { z } from 'zod';
import type { Agreement, EhrImportTask } from '@/sandbox/world/records/onboarding';
import type { Application, Employee } from '@/sandbox/world/types';
import { at, change, id } from './parts';
import { type Appliers, enterStage, need, type Scene, touch, UnknownRecord } from './scene';

const task: z.ZodType<EhrImportTask> = z.object({
  id,
  applicationId: id,
  operatorId: z.string(),
  departmentId: z.string(),
  state: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  failReason: z.string(),
  redirectUrl: z.string(),
  createdAt: at,
});
const agreement: z.ZodType<Agreement> = z.object({
  id,
  applicationId: id,
  state: z.number().int(),
  createdAt: at,
  modifiedAt: at,
});

export const onboardingChanges = [
  change('employee.converted', { employeeId: id, applicationId: id, convertedAt: at }),
  change('employee.conversion_undone', { employeeId: id, applicationId: id }),
  change('employee.left', { employeeId: id, applicationId: id, leftAt: at, note: z.string() }),
  change('employee.leaving_undone', { employeeId: id, applicationId: id }),
  /** 恢复至待入职: back to the to-join stage; the employee’s record goes. */
  change('employee.returned', { employeeId: id, applicationId: id }),
  /** A person asks for the import to e-HR. */
  change('ehr_import.asked', { task }),
  change('ehr_import.answered', {
    taskId: id,
    state: z.union([z.literal(1), z.literal(2)]),
    failReason: z.string(),
    redirectUrl: z.string(),
  }),
  change('agreement.created', { agreement }),
  change('agreement.changed', { agreementId: id, state: z.number().int(), modifiedAt: at }),
  change('agreement.deleted', { agreementId: id }),
] as const;
export type OnboardingChange = z.infer<(typeof onboardingChanges)[number]>;

export const onboardingAppliers: Appliers<OnboardingChange> = {
  'employee.converted'(scene, change) {
    const employee = employeeOf(scene, change);
    employee.conversionStatus = 2;
    employee.actualConversionTime = change.convertedAt;
  },
  'employee.conversion_undone'(scene, change) {
    const employee = employeeOf(scene, change);
    employee.conversionStatus = 1;
    delete employee.actualConversionTime;
  },
  'employee.left'(scene, change) {
    const employee = employeeOf(scene, change);
    employee.onboardStatus = 2;
    employee.overboardTime = change.leftAt;
    employee.overboardNote = change.note;
  },
  'employee.leaving_undone'(scene, change) {
    const employee = employeeOf(scene, change);
    employee.onboardStatus = 1;
    delete employee.overboardTime;
    delete employee.overboardNote;
  },
  'employee.returned'(scene, change) {
    const { world, index } = scene;
    const employee = employeeOf(scene, change);
    const application = need(world.applications, employee.applicationId);
    enterStage(application, toJoinStageId(scene, application), change.at);
    world.employees.delete(employee.id);
    index.employeeByApplication.delete(application.id);
    const talent = need(world.talents, application.talentId);
    talent.onboarded = (index.applicationsByTalent.get(talent.id) ?? []).some((other) =>
      index.employeeByApplication.has(other.id),
    );
    talent.updatedAt = change.at;
  },
  'ehr_import.asked'(scene, change) {
    touch(scene, change.task.applicationId, change.at);
    scene.world.ehrImportTasks.set(change.task.id, change.task);
  },
  'ehr_import.answered'(scene, change) {
    const task = need(scene.world.ehrImportTasks, change.taskId);
    task.state = change.state;
    task.failReason = change.failReason;
    task.redirectUrl = change.redirectUrl;
  },
  'agreement.created'(scene, change) {
    const { agreement } = change;
    need(scene.world.applications, agreement.applicationId);
    scene.world.agreements.set(agreement.id, agreement);
    scene.index.agreementByApplication.set(agreement.applicationId, agreement);
  },
  'agreement.changed'(scene, change) {
    const agreement = need(scene.world.agreements, change.agreementId);
    agreement.state = change.state;
    agreement.modifiedAt = change.modifiedAt;
  },
  'agreement.deleted'(scene, change) {
    const agreement = need(scene.world.agreements, change.agreementId);
    scene.world.agreements.delete(agreement.id);
    scene.index.agreementByApplication.delete(agreement.applicationId);
  },
};

/** The employee, whose application counts as modified. */
function employeeOf(
  scene: Scene,
  change: { employeeId: string; applicationId: string; at: number },
): Employee {
  const employee = need(scene.world.employees, change.employeeId);
  touch(scene, employee.applicationId, change.at);
  return employee;
}

function toJoinStageId({ index }: Scene, application: Application): string {
  const { process } = need(index.stages, application.stageId);
  const toJoin = process.stages.find((stage) => stage.type === 6);
  if (!toJoin) throw new UnknownRecord(`${process.id} (stage of type 6)`);
  return toJoin.id;
}
