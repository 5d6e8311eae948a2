import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import { WorldOrder } from '@/sandbox/platform/world-order';
import { buildIndex } from '@/sandbox/world/indexes';
import type { Application, World } from '@/sandbox/world/types';

/** What a world must be whatever happened to it; one line for each thing that is not so. */
export function brokenRules(app: SandboxApp): string[] {
  return [...referenceProblems(app), ...applicationProblems(app), ...indexProblems(app)];
}

function applicationProblems({ store: { world, index } }: SandboxApp): string[] {
  const wrong: string[] = [];
  for (const application of world.applications.values()) {
    const say = (what: string) => wrong.push(`application ${application.id} ${what}`);
    const visits = application.stageTimes;
    if (!index.stages.has(application.stageId)) say('is in no known stage');
    if (visits.at(-1)?.stageId !== application.stageId) say('was last in another stage');
    visits.forEach((visit, at) => {
      const next = visits[at + 1];
      if (visit.exit !== (next?.enter ?? null)) say(`does not go from visit ${at} to the next`);
      if (visit.exit !== null && visit.exit < visit.enter)
        say(`leaves visit ${at} before it comes`);
    });
    if (application.active !== (application.terminationType === null)) say('ends half');
    if (application.modifiedAt < application.createdAt) say('was changed before it was made');
  }
  for (const talent of world.talents.values()) {
    const holder = talent.lockedByApplicationId;
    if (holder === null) continue;
    const application = world.applications.get(holder);
    if (application?.talentId !== talent.id)
      wrong.push(`talent ${talent.id} is locked by another's`);
    else if (!application.active) wrong.push(`talent ${talent.id} is locked by what has ended`);
  }
  return wrong;
}

/** Records whose owner is gone. */
function referenceProblems({ store: { world } }: SandboxApp): string[] {
  const lost = <T>(name: string, rows: Map<string, T>, isKept: (row: T) => boolean): string[] =>
    [...rows].flatMap(([id, row]) => (isKept(row) ? [] : [`${name} ${id} belongs to nothing`]));
  const byApplication = (row: { applicationId: string }) =>
    world.applications.has(row.applicationId);
  const byTalent = (row: { talentId: string }) => world.talents.has(row.talentId);
  return [
    ...lost('application', world.applications, (row) => byTalent(row) && world.jobs.has(row.jobId)),
    ...lost('evaluation', world.evaluations, byApplication),
    ...lost('interview', world.interviews, byApplication),
    ...lost('test', world.tests, byApplication),
    ...lost('offer', world.offers, byApplication),
    ...lost('intern offer', world.internOffers, byApplication),
    ...lost('employee', world.employees, byApplication),
    ...lost('import', world.ehrImportTasks, byApplication),
    ...lost('agreement', world.agreements, byApplication),
    ...lost('check', world.backgroundChecks, byApplication),
    ...lost('questionnaire', world.questionnaires, byApplication),
    ...lost('note', world.notes, byTalent),
    ...lost('attachment', world.attachments, byTalent),
    ...lost('protection', world.agencyProtections, byTalent),
  ];
}

/** Indexes and orders are those that would be made anew. */
function indexProblems({ store: { world, index }, order }: SandboxApp): string[] {
  const anew = buildIndex(world);
  const wrong: string[] = [];
  for (const [name, fresh] of Object.entries(anew)) {
    const kept: unknown = Reflect.get(index, name);
    if (!(kept instanceof Map) || !sameMap(kept, fresh)) wrong.push(`index ${name} is not true`);
  }
  const orders = new WorldOrder(world);
  for (const name of ORDERS) {
    const ids = (one: WorldOrder) => one[name].ascending.map(({ id }) => id).join();
    if (ids(order) !== ids(orders)) wrong.push(`order ${name} is not true`);
  }
  return wrong;
}

const ORDERS = [
  'applicationsByModified',
  'applicationsByCreated',
  'talentsByUpdate',
  'evaluationsByUpdate',
  'interviewsByBegin',
  'testsByStart',
] as const;

/** Same keys, and under each the same records; lists in the same order. */
function sameMap(a: Map<unknown, unknown>, b: Map<unknown, unknown>): boolean {
  return a.size === b.size && [...b].every(([key, value]) => a.has(key) && same(a.get(key), value));
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, at) => one === b[at]);
  }
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Pairs of a talent and a job that have more than one active application. */
export function doubles(world: World): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const application of world.applications.values()) {
    if (!application.active) continue;
    const pair = pairOf(application);
    (seen.has(pair) ? twice : seen).add(pair);
  }
  return twice;
}

const pairOf = ({ talentId, jobId }: Application) => `talent ${talentId} on job ${jobId}`;
