import type { Change } from '@/sandbox/world/changes';
import type { WorldIndex } from '@/sandbox/world/indexes';
import { lockStatusOf } from '@/sandbox/world/locks';
import type { Person, Stage, Text, World } from '@/sandbox/world/types';

/** Ids of the records whose state events tell of, as far as one change may touch them. */
export type Touched = {
  applications: Set<string>;
  talents: Set<string>;
  offers: Set<string>;
  imports: Set<string>;
};

type Tag = { id: string; name: Text; description?: Text };

/** What events can tell of the touched records, at one moment; who is not there is not in it. */
export type Glimpse = {
  applications: Map<
    string,
    { talentId: string; stage: Stage; active: boolean; lockStatus: 1 | 2 | 3 }
  >;
  talents: Map<string, { tags: Tag[]; lockedBy: string | null }>;
  /** Formal ones: of an internship offer no event tells. */
  offers: Map<string, { status: number }>;
  /** Imports to e-HR. */
  imports: Map<string, EhrImport>;
};

type EhrImport = {
  applicationId: string;
  departmentId: string;
  operator: Person | undefined;
  /** What the application has beside or instead of a formal offer. */
  internOfferId: string | undefined;
  requirementId: string;
};

type Scene = { world: World; index: WorldIndex };

/** Asked before the change: afterwards a deleted record no longer says what it belonged to. */
export function touchedBy({ world, index }: Scene, change: Change): Touched {
  const touched: Touched = {
    applications: new Set(),
    talents: new Set(),
    offers: new Set(),
    imports: new Set(),
  };
  const addOffer = (id: string) => {
    touched.offers.add(id);
    addApplication(world.offers.get(id)?.applicationId);
  };
  const addApplication = (id: string | undefined) => {
    if (id === undefined || touched.applications.has(id)) return;
    touched.applications.add(id);
    const offer = index.offerByApplication.get(id);
    if (offer) touched.offers.add(offer.id);
    addTalent(world.applications.get(id)?.talentId);
  };
  const addTalent = (id: string | undefined) => {
    if (id === undefined || touched.talents.has(id)) return;
    touched.talents.add(id);
    for (const application of index.applicationsByTalent.get(id) ?? []) {
      addApplication(application.id);
    }
  };
  for (const { name, id } of idsIn(change)) {
    if (name === 'application') addApplication(id);
    if (name === 'talent') addTalent(id);
    if (name === 'offer') addOffer(id);
    if (name === 'employee') addApplication(world.employees.get(id)?.applicationId);
    if (name === 'task') touched.imports.add(id);
  }
  return touched;
}

export function glimpse({ world, index }: Scene, touched: Touched): Glimpse {
  const seen: Glimpse = {
    applications: new Map(),
    talents: new Map(),
    offers: new Map(),
    imports: new Map(),
  };
  for (const id of touched.applications) {
    const application = world.applications.get(id);
    const stage = index.stages.get(application?.stageId ?? '')?.stage;
    if (!application || !stage) continue;
    const { talentId, active } = application;
    const lockStatus = lockStatusOf(world, application);
    seen.applications.set(id, { talentId, stage, active, lockStatus });
  }
  for (const id of touched.talents) {
    const talent = world.talents.get(id);
    if (!talent) continue;
    const tags = world.tags.filter((tag) => talent.tagIds.includes(tag.id));
    seen.talents.set(id, { tags, lockedBy: talent.lockedByApplicationId });
  }
  for (const id of touched.offers) {
    const offer = world.offers.get(id);
    if (offer) seen.offers.set(id, { status: offer.status });
  }
  for (const id of touched.imports) {
    const task = world.ehrImportTasks.get(id);
    if (!task) continue;
    const { applicationId, departmentId } = task;
    const offer = index.offerByApplication.get(applicationId);
    seen.imports.set(id, {
      applicationId,
      departmentId,
      operator: index.people.get(task.operatorId),
      internOfferId: offer ? undefined : index.internOfferByApplication.get(applicationId)?.id,
      requirementId: offer?.terms?.jobRequirementId ?? '',
    });
  }
  return seen;
}

/**
 * The ids a change names, whatever its kind: `talentId`, `talentIds`, and the `id` and ids inside a
 * record such as `offer`. A kind of change added tomorrow is read without a line here.
 */
function* idsIn(change: Change): Generator<{ name: string; id: string }> {
  for (const [key, value] of Object.entries(change)) {
    yield* named(key, value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    for (const [inner, id] of Object.entries(value)) {
      if (inner === 'id') yield* named(`${key}Id`, id);
      else yield* named(inner, id);
    }
  }
}

function* named(key: string, value: unknown): Generator<{ name: string; id: string }> {
  const name = /^(.+)Ids?$/.exec(key)?.[1];
  if (name === undefined) return;
  for (const id of Array.isArray(value) ? value : [value]) {
    if (typeof id === 'string') yield { name, id };
  }
}
