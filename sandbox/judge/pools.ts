import { lockStatusOf } from '@/sandbox/world/locks';
import type { Random } from '@/sandbox/world/random';
import { newestSchemaOf } from '@/sandbox/world/records/offer-forms';
import type { WorldStore } from '@/sandbox/world/store';
import type { Application } from '@/sandbox/world/types';

/** What a random step is about: one application, mostly the same few, so that steps meet. */
export type Focus = { store: WorldStore; application: Application; random: Random };

type Wanted = (store: WorldStore, application: Application) => boolean;

const inStage =
  (...types: number[]): Wanted =>
  ({ index }, { stageId, active }) =>
    active && types.includes(index.stages.get(stageId)?.stage.type ?? 0);
/** Whom a call or an act is mostly about, where not just anybody will do: the first that is there. */
const WANTED: [RegExp, ...Wanted[]][] = [
  [/transferOnboard|cancelOnboard|confirm/, inStage(6)],
  [/employee/, ({ index }, { id }) => index.employeeByApplication.has(id)],
  [/internOffer/, ({ index }, { id }) => index.internOfferByApplication.has(id)],
  [/offer\.create|create-offer/, inStage(5, 6)],
  [/offer/i, ({ index }, { id }) => index.offerByApplication.has(id)],
  [
    /recover/,
    (store, one) => !one.active && isLockedElsewhere(store, one),
    (_, { active }) => !active,
  ],
  [/transferStage|lock/, hasSibling],
];

function isLockedElsewhere({ world }: WorldStore, application: Application): boolean {
  return lockStatusOf(world, application) === 2;
}

/** Another application of the same talent is alive too: what a lock is about. */
function hasSibling({ index }: WorldStore, { talentId, active }: Application): boolean {
  const others = index.applicationsByTalent.get(talentId) ?? [];
  return active && others.filter((other) => other.active).length > 1;
}

/** What a step of that name is about: something that suits it, or now and then anything. */
export function focusOn(store: WorldStore, random: Random, name: string): Focus | null {
  const applications = [...store.world.applications.values()].reverse();
  const [, ...wanted] = WANTED.find(([pattern]) => pattern.test(name)) ?? [/./];
  const suiting =
    wanted
      .map((suits) => applications.filter((one) => suits(store, one)))
      .find(({ length }) => length > 0) ?? [];
  const live = applications.filter(({ active }) => active).slice(0, 6);
  const near = suiting.length > 0 && random.chance(0.7) ? suiting : live;
  const choice = near.length > 0 && random.chance(0.85) ? near : applications;
  return choice.length > 0 ? { store, application: random.pick(choice), random } : null;
}

type Ids = Iterable<string | undefined>;
const idsOf = (rows: Iterable<{ id: string }>): string[] => [...rows].map(({ id }) => id);

/** The ids that a name may stand for: first those of the focus, then those of the whole world. */
const POOLS: [RegExp, (focus: Focus) => Ids, (focus: Focus) => Ids][] = [
  [/^stage|^from$|^to$|after_stage/, stagesOf, ({ store }) => store.index.stages.keys()],
  [/recruitment_type/, () => ['101', '201', '202', '301'], noMore],
  [/job_type/, ({ store }) => idsOf(store.world.jobCatalogue.types), noMore],
  [/job_function/, ({ store }) => idsOf(store.world.jobCatalogue.functions), noMore],
  [/subject/, ({ store }) => idsOf(store.world.jobCatalogue.subjects), noMore],
  [/process/, processOf, ({ store }) => idsOf(store.world.processes)],
  [
    /application/,
    ({ application }) => [application.id],
    ({ store }) => store.world.applications.keys(),
  ],
  [
    /talent_pool|^pool/,
    ({ store }) => idsOf(store.world.pools.slice(0, 2)),
    ({ store }) => idsOf(store.world.pools),
  ],
  [/folder/, ({ store }) => idsOf(store.world.folders.slice(0, 2)), noMore],
  [/tag/, ({ store }) => idsOf(store.world.tags), noMore],
  [
    /^talent/,
    ({ application }) => [application.talentId],
    ({ store }) => store.world.talents.keys(),
  ],
  [/requirement_id/, ({ store }) => store.world.requirements.keys(), noMore],
  [/^(job|relation_job)_id/, ({ application }) => [application.jobId], jobsOf],
  [/schema_id/, schemasOf, noMore],
  [/offer/, offersOf, ({ store }) => store.world.offers.keys()],
  [/employee_id/, employeesOf, ({ store }) => store.world.employees.keys()],
  [/note_id/, notesOf, ({ store }) => store.world.notes.keys()],
  [/evaluation/, evaluationsOf, ({ store }) => store.world.evaluations.keys()],
  [/record/, recordsOf, ({ store }) => store.index.interviewByRecord.keys()],
  [/interview_id/, interviewsOf, ({ store }) => store.world.interviews.keys()],
  [/test_id/, testsOf, ({ store }) => store.world.tests.keys()],
  [/agreement/, ({ store }) => store.world.agreements.keys(), noMore],
  [/import_task/, ({ store }) => store.world.ehrImportTasks.keys(), noMore],
  [/attachment|file_id/, filesOf, ({ store }) => store.world.attachments.keys()],
  [/source/, ({ store }) => idsOf(store.world.sources), noMore],
  [/reason/, ({ store }) => idsOf(store.world.reasons), noMore],
  [/department/, ({ store }) => idsOf(store.world.departments), noMore],
  [/city/, ({ store }) => store.world.cities.map(({ code }) => code), noMore],
  [/address|location/, ({ store }) => idsOf(store.world.locations), noMore],
  [/role/, ({ store }) => idsOf(store.world.roles), noMore],
  [/website/, ({ store }) => idsOf(store.world.websites), noMore],
  [/supplier|agency/, ({ store }) => store.world.agencies.keys(), noMore],
  [/advertisement|job_post/, ({ store }) => store.world.advertisements.keys(), noMore],
  [
    /user|person|creator|operator|recruiter|assistant|manager|leader|interviewer|evaluator|open_id|^by$/,
    peopleOf,
    ({ store }) => store.world.people.map(({ openId }) => openId),
  ],
];

function noMore(): Ids {
  return [];
}
function stagesOf({ store, application }: Focus): Ids {
  return idsOf(store.index.stages.get(application.stageId)?.process.stages ?? []);
}
function processOf({ store, application }: Focus): Ids {
  return [store.index.stages.get(application.stageId)?.process.id];
}
function jobsOf({ store, application }: Focus): Ids {
  const type = store.world.jobs.get(application.jobId)?.processType;
  return idsOf([...store.world.jobs.values()].filter((job) => job.processType === type));
}
function schemasOf({ store }: Focus): Ids {
  return [...store.world.offerForms.values()].map(newestSchemaOf);
}
function offersOf({ store: { index }, application: { id } }: Focus): Ids {
  return [index.offerByApplication.get(id)?.id, index.internOfferByApplication.get(id)?.id];
}
function employeesOf({ store, application }: Focus): Ids {
  return [store.index.employeeByApplication.get(application.id)?.id];
}
function notesOf({ store, application }: Focus): Ids {
  return idsOf(store.index.notesByTalent.get(application.talentId) ?? []);
}
function evaluationsOf({ store, application }: Focus): Ids {
  return idsOf(store.index.evaluationsByApplication.get(application.id) ?? []);
}
function interviewsOf({ store, application }: Focus): Ids {
  return idsOf(store.index.interviewsByApplication.get(application.id) ?? []);
}
function recordsOf({ store, application }: Focus): Ids {
  const interviews = store.index.interviewsByApplication.get(application.id) ?? [];
  return idsOf(interviews.flatMap(({ records }) => records));
}
function testsOf({ store, application }: Focus): Ids {
  return idsOf(store.index.testsByApplication.get(application.id) ?? []);
}
function filesOf({ store, application }: Focus): Ids {
  return idsOf(store.index.attachmentsByTalent.get(application.talentId) ?? []);
}
function peopleOf({ store, application }: Focus): Ids {
  const job = store.world.jobs.get(application.jobId);
  return [job?.recruiterId, ...(job?.managerIds ?? [])];
}

/** An id for a field of that name (snake case); undefined where the name stands for no record. */
export function idFor(name: string, focus: Focus): string | undefined {
  const pool = POOLS.find(([pattern]) => pattern.test(name));
  if (!pool) return undefined;
  const [, near, far] = pool;
  const close = [...near(focus)].filter((id) => id !== undefined);
  const all = [...far(focus)].filter((id) => id !== undefined);
  const choice = close.length > 0 && (all.length === 0 || focus.random.chance(0.85)) ? close : all;
  return choice.length > 0 ? focus.random.pick(choice) : undefined;
}

export const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/_?ids?$/, '_id');
