import { z } from 'zod';
import { ControlProblem, found } from '@/sandbox/control/control';
import type { Application, Employee, Talent } from '@/sandbox/world/types';
import { type ActScene, act, conflict, id, type Performers } from './scene';

export const applicationActs = [
  act(
    'apply',
    'a known talent, or a new one of that name, in the first stage of the job’s process',
    {
      jobId: id,
      talentId: id.optional(),
      name: z.string().min(1).optional(),
      sourceId: id.optional(),
      deliveryType: z.union([z.literal(1), z.literal(2)]).default(2),
    },
  ),
  act('move', 'to any stage of its process; into the joined stage comes the employee’s record', {
    applicationId: id,
    stageId: id,
  }),
  act('transfer', '转移职位: to another job, into that stage or the first of its process', {
    applicationId: id,
    jobId: id,
    stageId: id.optional(),
  }),
  act('terminate', '终止: `type` 1 we refused, 22 the candidate did, 27 other', {
    applicationId: id,
    type: z.union([z.literal(1), z.literal(22), z.literal(27)]).default(1),
    reasonIds: z.array(id).default([]),
    note: z.string().default(''),
    by: id.optional(),
  }),
  act('recover', '恢复投递 of one that has ended', { applicationId: id }),
  act('delete', 'with everything that hangs on it', { applicationId: id }),
  act('lock', 'for this application: moves of the talent’s others are refused', {
    applicationId: id,
  }),
  act('unlock', '', { talentId: id }),
  act('import-to-ehr', '导入 e-HR, which an app then answers', {
    applicationId: id,
    operatorId: id.optional(),
  }),
] as const;
type ApplicationAct = z.infer<(typeof applicationActs)[number]>;
type ActOf<K extends ApplicationAct['act']> = Extract<ApplicationAct, { act: K }>;

export const applicationPerformers: Performers<ApplicationAct> = {
  apply,
  move,
  transfer(scene, { applicationId, jobId, stageId }) {
    const { id } = scene.application(applicationId);
    const stages = scene.process(scene.job(jobId).processId).stages;
    const stage = stageId ? stages.find((one) => one.id === stageId) : stages[0];
    const into = found(stage, `stage ${stageId} in the process of job ${jobId}`).id;
    scene.commit({ kind: 'application.transferred', applicationId: id, jobId, stageId: into });
    return id;
  },
  terminate(scene, { applicationId, type, reasonIds, note, by }) {
    const { id, active } = scene.application(applicationId);
    if (!active) conflict('it has ended');
    scene.commit({
      kind: 'application.terminated',
      applicationId: id,
      terminationType: type,
      reasonIds,
      note,
      terminatorId: by ?? null,
    });
    return id;
  },
  recover(scene, { applicationId }) {
    const { id, active } = scene.application(applicationId);
    if (active) conflict('it has not ended');
    scene.commit({ kind: 'application.recovered', applicationId: id });
    return id;
  },
  delete(scene, { applicationId }) {
    const { id } = scene.application(applicationId);
    scene.commit({ kind: 'application.deleted', applicationId: id });
    return id;
  },
  lock(scene, { applicationId }) {
    const { id } = scene.application(applicationId);
    scene.commit({ kind: 'talent.locked', applicationId: id });
    return id;
  },
  unlock(scene, { talentId }) {
    const { id } = scene.talent(talentId);
    scene.commit({ kind: 'talent.unlocked', talentId: id });
    return id;
  },
  'import-to-ehr'(scene, { applicationId, operatorId }) {
    const application = scene.application(applicationId);
    const operator = operatorId ? scene.person(operatorId).openId : scene.recruiterOf(application);
    const task = {
      id: scene.nextId('ehrImportTask'),
      applicationId,
      operatorId: operator,
      departmentId: scene.job(application.jobId).departmentId,
      state: 0 as const,
      failReason: '',
      redirectUrl: '',
      createdAt: scene.at,
    };
    scene.commit({ kind: 'ehr_import.asked', task });
    return task.id;
  },
};

/** A new application in the first stage of the job's process, by a known or a new talent. */
function apply(scene: ActScene, wanted: ActOf<'apply'>): string {
  const { world, at } = scene;
  const job = scene.job(wanted.jobId);
  const first = found(scene.process(job.processId).stages[0], 'first stage');
  const source = found(
    world.sources.find(({ id }) => !wanted.sourceId || id === wanted.sourceId),
    `source ${wanted.sourceId}`,
  );
  const known = wanted.talentId ? scene.talent(wanted.talentId) : undefined;
  if (!known && !wanted.name) throw new ControlProblem(422, 'name or talentId is needed');
  const talent = known ?? newTalent(scene, wanted.name ?? '', source.id);
  if (!known) scene.commit({ kind: 'talent.created', talent });
  const id = scene.nextId('application');
  scene.commit({
    kind: 'application.created',
    application: {
      id,
      jobId: job.id,
      talentId: talent.id,
      stageId: first.id,
      stageTimes: [{ stageId: first.id, enter: at, exit: null }],
      active: true,
      sourceId: source.id,
      deliveryType: wanted.deliveryType,
      createdAt: at,
      modifiedAt: at,
      terminationType: null,
      terminationReasonIds: [],
      terminationNote: '',
      terminatedAt: null,
      terminatorId: null,
      preferredCityCodes: job.cityCodes.slice(0, 1),
      creatorId: wanted.deliveryType === 1 ? job.recruiterId : '',
      attachmentId: talent.attachmentId,
    },
  });
  return id;
}

function newTalent({ world, nextId, at }: ActScene, name: string, sourceId: string): Talent {
  const id = nextId('talent');
  return {
    id,
    name,
    mobile: `199${id.slice(-8)}`,
    mobileCode: '86',
    email: `${id.slice(-10)}@example.com`,
    gender: 3,
    birthday: Math.floor(at / 1000) - 27 * 31_557_600,
    experienceYears: 4,
    currentCityCode: world.cities[0]?.code ?? '',
    sourceId,
    educations: [],
    careers: [],
    projects: [],
    tagIds: [],
    attachmentId: null,
    createdAt: at,
    updatedAt: at,
    onboarded: false,
    lockedByApplicationId: null,
  };
}

/** To any stage of its process. Into the joined stage comes the employee, and goes on the way back. */
function move(scene: ActScene, { applicationId, stageId }: ActOf<'move'>): string {
  const application = scene.application(applicationId);
  const { stage } = found(scene.index.stages.get(stageId), `stage ${stageId}`);
  const employee = scene.index.employeeByApplication.get(applicationId);
  if (!employee && stage.type === 7) {
    scene.commit({ kind: 'application.onboarded', employee: newEmployee(scene, application) });
  } else if (employee && stage.type === 6) {
    scene.commit({ kind: 'employee.returned', employeeId: employee.id, applicationId });
  } else if (employee && stage.type !== 7) {
    conflict('who has joined goes back to the to-join stage only');
  } else {
    scene.commit({ kind: 'application.moved', applicationId, stageId });
  }
  return applicationId;
}

function newEmployee(scene: ActScene, application: Application): Employee {
  const job = scene.job(application.jobId);
  const offer = scene.index.offerByApplication.get(application.id);
  return {
    id: scene.nextId('employee'),
    applicationId: application.id,
    onboardStatus: 1,
    conversionStatus: 1,
    onboardTime: scene.at,
    expectedConversionTime: scene.at + (offer?.probationMonths ?? 3) * 30 * 86_400_000,
    departmentId: offer?.departmentId ?? job.departmentId,
    leaderId: offer?.leaderId ?? job.managerIds[0] ?? job.recruiterId,
  };
}
