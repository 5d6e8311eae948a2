import type { Change } from '@/sandbox/world/changes';
import { openMemoryWorld, type WorldStore } from '@/sandbox/world/store';
import type { Offer } from '@/sandbox/world/types';

export const NOW = Date.parse('2026-11-22T04:00:00Z');

/** The part of a change beside its time. */
export type Timeless = Change extends infer C ? (C extends Change ? Omit<C, 'at'> : never) : never;
export type Scene = ReturnType<typeof scene>;

/** A talent without tags, its one application in a first stage, and its offer. */
export function scene() {
  const store = openMemoryWorld({ seed: 1, size: 200, now: NOW, realNow: () => NOW });
  const { world, index } = store;
  const application = pick(world.applications.values(), (row) => {
    const talent = world.talents.get(row.talentId);
    return (
      row.active &&
      index.stages.get(row.stageId)?.position === 0 &&
      talent?.lockedByApplicationId === null &&
      talent.tagIds.length === 0 &&
      index.applicationsByTalent.get(row.talentId)?.length === 1 &&
      world.jobs.get(row.jobId)?.recruitmentTypeId === '101'
    );
  });
  const stages = index.stages.get(application.stageId)?.process.stages ?? [];
  const model = pick(world.offers.values());
  const present = world.jobs.get(application.jobId)?.processId;
  const otherJob = pick(world.jobs.values(), ({ processId }) => processId !== present);
  const offer: Offer = { ...model, id: store.nextId('offer'), applicationId: application.id };
  return {
    store,
    world,
    application,
    talentId: application.talentId,
    origin: pick(stages),
    target: pick(stages, (stage) => stage.id !== application.stageId),
    joined: pick(stages, (stage) => stage.type === 7),
    tag: pick(world.tags),
    otherTag: pick(world.tags.slice(1)),
    offer,
    reason: pick(world.reasons),
    operator: pick(world.people),
    task: {
      id: '7500000000000000001',
      applicationId: application.id,
      operatorId: pick(world.people).openId,
      departmentId: pick(world.departments).id,
      state: 0 as const,
      failReason: '',
      redirectUrl: '',
      createdAt: NOW,
    },
    /** A job of another process, and a stage of that. */
    elsewhere: {
      job: otherJob,
      stage: pick(index.processes.get(otherJob.processId)?.stages ?? []),
    },
    first: (change: Timeless) => commit(store, change),
  };
}

/** The time is the same for all; `Timeless` is made from `Change`, so the rest holds. */
export function commit(store: WorldStore, change: Timeless): void {
  store.commit({ ...change, at: NOW } as Change);
}

export function pick<T>(rows: Iterable<T>, wanted: (row: T) => boolean = () => true): T {
  for (const row of rows) if (wanted(row)) return row;
  throw new Error('the world has no such row');
}
