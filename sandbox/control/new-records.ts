import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import type { Change } from '@/sandbox/world/changes';
import type { Application, Interview, Offer, Talent } from '@/sandbox/world/types';
import type { Act } from './acts';
import { ControlProblem, found } from './control';

/** A change still without its time, which is the world's. */
export type Timeless = Change extends infer C ? (C extends Change ? Omit<C, 'at'> : never) : never;
export type Done = { id: string; at: number };
/** Commits the changes and names the record they are about. */
export type Commit = (id: string, ...changes: Timeless[]) => Done;

export const application = (app: SandboxApp, id: string): Application =>
  found(app.store.world.applications.get(id), `application ${id}`);
export const interview = (app: SandboxApp, id: string): Interview =>
  found(app.store.world.interviews.get(id), `interview ${id}`);
export const person = (app: SandboxApp, openId: string) =>
  found(app.store.index.people.get(openId), `person ${openId}`);
export const recruiterOf = (app: SandboxApp, row: Application): string =>
  app.store.world.jobs.get(row.jobId)?.recruiterId ?? '';

/** A new application in the first stage of the job's process, by a known or a new talent. */
export function apply(
  app: SandboxApp,
  act: Extract<Act, { act: 'apply' }>,
  done: Commit,
  at: number,
): Done {
  const { world, index } = app.store;
  const job = found(world.jobs.get(act.jobId), `job ${act.jobId}`);
  const first = found(index.processes.get(job.processId)?.stages[0], 'first stage');
  const source = act.sourceId
    ? found(
        world.sources.find((s) => s.id === act.sourceId),
        `source ${act.sourceId}`,
      )
    : found(world.sources[0], 'source');
  const known = act.talentId
    ? found(world.talents.get(act.talentId), `talent ${act.talentId}`)
    : undefined;
  if (!known && !act.name) throw new ControlProblem(422, 'name or talentId is needed');
  const talent = known ?? newTalent(app, act.name ?? '', source.id, at);
  const id = app.store.nextId('application');
  const created: Timeless = {
    kind: 'application.created',
    application: {
      id,
      jobId: job.id,
      talentId: talent.id,
      stageId: first.id,
      stageTimes: [{ stageId: first.id, enter: at, exit: null }],
      active: true,
      sourceId: source.id,
      deliveryType: act.deliveryType,
      createdAt: at,
      modifiedAt: at,
      terminationType: null,
      terminationReasonIds: [],
      terminationNote: '',
      terminatedAt: null,
      terminatorId: null,
      preferredCityCodes: job.cityCodes.slice(0, 1),
      creatorId: act.deliveryType === 1 ? job.recruiterId : '',
      attachmentId: talent.attachmentId,
    },
  };
  return known ? done(id, created) : done(id, { kind: 'talent.created', talent }, created);
}

function newTalent(app: SandboxApp, name: string, sourceId: string, at: number): Talent {
  const id = app.store.nextId('talent');
  return {
    id,
    name,
    mobile: `199${id.slice(-8)}`,
    mobileCode: '86',
    email: `${id.slice(-10)}@example.com`,
    gender: 3,
    birthday: Math.floor(at / 1000) - 27 * 31_557_600,
    experienceYears: 4,
    currentCityCode: app.store.world.cities[0]?.code ?? '',
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

export function arrange(
  app: SandboxApp,
  act: Extract<Act, { act: 'arrange-interview' }>,
  done: Commit,
  at: number,
): Done {
  const row = application(app, act.applicationId);
  if (act.end <= act.begin) throw new ControlProblem(422, 'end must be after begin');
  for (const openId of act.interviewerIds) person(app, openId);
  const id = app.store.nextId('interview');
  return done(id, {
    kind: 'interview.arranged',
    interview: {
      id,
      applicationId: row.id,
      stageId: row.stageId,
      round: act.round,
      begin: act.begin,
      end: act.end,
      interviewType: act.interviewType,
      creatorId: recruiterOf(app, row),
      createdAt: at,
      modifiedAt: at,
      cancelled: false,
      records: act.interviewerIds.map((interviewerId) => ({
        id: app.store.nextId('interviewRecord'),
        interviewerId,
        submitted: false,
        conclusion: act.begin > at ? 3 : 4,
        content: '',
        submittedAt: null,
        dimensions: [],
      })),
    },
  });
}

export function createOffer(
  app: SandboxApp,
  act: Extract<Act, { act: 'create-offer' }>,
  done: Commit,
  at: number,
): Done {
  const row = application(app, act.applicationId);
  const job = found(app.store.world.jobs.get(row.jobId), `job ${row.jobId}`);
  if (app.store.index.offerByApplication.has(row.id)) throw new ControlProblem(409, 'has an offer');
  const offer: Offer = {
    id: app.store.nextId('offer'),
    applicationId: row.id,
    status: 10,
    ownerId: job.recruiterId,
    creatorId: job.recruiterId,
    leaderId: job.managerIds[0] ?? job.recruiterId,
    departmentId: job.departmentId,
    currency: 'CNY',
    basicSalary: act.basicSalary ?? String(job.minSalary * 1000),
    probationMonths: 3,
    onboardDate: new Date(at + 30 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10),
    expiresAt: at + 14 * 86_400_000,
    createdAt: at,
    sentAt: null,
    decidedAt: null,
  };
  return done(offer.id, { kind: 'offer.created', offer });
}
