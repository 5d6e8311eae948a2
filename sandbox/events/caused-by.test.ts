import { describe, expect, it } from 'vitest';
import { defaultSwitches } from '@/sandbox/platform/unknowns';
import type { Change } from '@/sandbox/world/changes';
import { openMemoryWorld, type WorldStore } from '@/sandbox/world/store';
import type { Application, Offer } from '@/sandbox/world/types';
import { causedBy, type Rules } from './caused-by';
import { glimpse, touchedBy } from './glimpse';
import type { HireEvent } from './hire-event';

const NOW = Date.parse('2026-11-22T04:00:00Z');
const STAGE = 'hire.application.stage_changed_v1';
const TAG = 'hire.talent.tag_subscription_v1';

/** The part of a change beside its time. */
type Timeless = Change extends infer C ? (C extends Change ? Omit<C, 'at'> : never) : never;
type Scene = ReturnType<typeof scene>;
type Row = {
  what: string;
  /** The change that is looked at; what has to be true first is committed here. */
  change: (scene: Scene) => Timeless;
  rules?: Partial<Rules>;
  byApi?: boolean;
  expected: (scene: Scene) => HireEvent[];
};

/** A talent without tags, its one application in a first stage, and its offer. */
function scene() {
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
    first: (change: Timeless) => commit(store, change),
  };
}

const move = ({ application, target }: Scene): Timeless => ({
  kind: 'application.moved',
  applicationId: application.id,
  stageId: target.id,
});
const stageChanged = (s: Scene, from: string, to: string): HireEvent => ({
  type: STAGE,
  event: {
    application_id: s.application.id,
    origin_stage_id: from,
    target_stage_id: to,
    update_time: NOW,
  },
});
const tagged = (s: Scene, type: 1 | 2 | 3, lock: 1 | 2 | 3, stage = s.origin): HireEvent => ({
  type: TAG,
  event: {
    talent_id: s.talentId,
    application_id: s.application.id,
    type,
    tag: {
      id: s.tag.id,
      name: { zh_cn: s.tag.name.zh, en_us: s.tag.name.en },
      description: expect.any(Object),
    },
    lock_status: lock,
    application_stage: {
      id: stage.id,
      zh_name: stage.name.zh,
      en_name: stage.name.en,
      type: stage.type,
    },
  },
});
const addTag = (s: Scene, tagId = s.tag.id) =>
  s.first({ kind: 'talent.tagged', talentId: s.talentId, tagId });
const lock = (s: Scene): Timeless => ({ kind: 'talent.locked', applicationId: s.application.id });
const end = (s: Scene): Timeless => ({
  kind: 'application.terminated',
  applicationId: s.application.id,
  terminationType: 1,
  reasonIds: [s.reason.id],
  note: '',
  terminatorId: null,
});
const second = (s: Scene): Application => ({
  ...s.application,
  id: s.store.nextId('application'),
  stageTimes: [{ stageId: s.origin.id, enter: NOW, exit: null }],
});
const onboard = (s: Scene): Timeless => ({
  kind: 'application.onboarded',
  employee: {
    ...pick(s.world.employees.values()),
    id: s.store.nextId('employee'),
    applicationId: s.application.id,
  },
});

const rows: Row[] = [
  {
    what: 'a move: the stage before and after',
    change: move,
    expected: (s) => [stageChanged(s, s.origin.id, s.target.id)],
  },
  {
    what: 'a move through the API, told as any other',
    change: move,
    byApi: true,
    expected: (s) => [stageChanged(s, s.origin.id, s.target.id)],
  },
  {
    what: 'a move through the API, by switch: nothing',
    change: move,
    byApi: true,
    rules: { stageChangedByApi: false },
    expected: () => [],
  },
  {
    what: 'a new application: nothing',
    change: (s) => ({ kind: 'application.created', application: second(s) }),
    expected: () => [],
  },
  {
    what: 'a new application, by switch: a stage without origin',
    change: (s) => ({
      kind: 'application.created',
      application: { ...second(s), id: '7400000000000000001' },
    }),
    rules: { stageChangedOnCreate: true },
    expected: (s) => [
      {
        type: STAGE,
        event: {
          application_id: '7400000000000000001',
          origin_stage_id: '',
          target_stage_id: s.origin.id,
          update_time: NOW,
        },
      },
    ],
  },
  { what: 'an end: nothing', change: end, expected: () => [] },
  {
    what: 'an end, by switch: the present stage twice',
    change: end,
    rules: { stageChangedOnTerminate: true },
    expected: (s) => [stageChanged(s, s.origin.id, s.origin.id)],
  },
  {
    what: 'a recovery: nothing',
    change: (s) => {
      s.first(end(s));
      return { kind: 'application.recovered', applicationId: s.application.id };
    },
    rules: { stageChangedOnTerminate: true },
    expected: () => [],
  },
  {
    what: 'joining: the joined stage',
    change: onboard,
    expected: (s) => [stageChanged(s, s.origin.id, s.joined.id)],
  },
  {
    what: 'joining, by switch: nothing',
    change: onboard,
    rules: { stageChangedOnOnboard: false },
    expected: () => [],
  },
  {
    what: 'a deletion: its id in a list',
    change: (s) => ({ kind: 'application.deleted', applicationId: s.application.id }),
    expected: (s) => [
      { type: 'hire.application.deleted_v1', event: { application_ids: [s.application.id] } },
    ],
  },
  {
    what: 'a new offer: nothing',
    change: (s) => ({ kind: 'offer.created', offer: s.offer }),
    expected: () => [],
  },
  {
    what: 'another offer status: the offer’s id',
    change: (s) => {
      s.first({ kind: 'offer.created', offer: { ...s.offer, status: 10 } });
      return { kind: 'offer.changed', offerId: s.offer.id, status: 2 };
    },
    expected: (s) => [{ type: 'hire.offer.status_changed_v1', event: { offer_id: s.offer.id } }],
  },
  {
    what: 'the same offer status again: nothing',
    change: (s) => {
      s.first({ kind: 'offer.created', offer: { ...s.offer, status: 10 } });
      return { kind: 'offer.changed', offerId: s.offer.id, status: 10 };
    },
    expected: () => [],
  },
  {
    what: 'a lock and a move of a talent without tags: the move alone',
    change: (s) => {
      s.first(lock(s));
      return move(s);
    },
    expected: (s) => [stageChanged(s, s.origin.id, s.target.id)],
  },
  {
    what: 'a tag put on: nothing',
    change: (s) => ({ kind: 'talent.tagged', talentId: s.talentId, tagId: s.tag.id }),
    expected: () => [],
  },
  {
    what: 'a move of a tagged talent: also type 1, with the stage after it',
    change: (s) => {
      addTag(s);
      return move(s);
    },
    expected: (s) => [stageChanged(s, s.origin.id, s.target.id), tagged(s, 1, 1, s.target)],
  },
  {
    what: 'a lock of a tagged talent: type 2, locked on this job',
    change: (s) => {
      addTag(s);
      return lock(s);
    },
    expected: (s) => [tagged(s, 2, 3)],
  },
  {
    what: 'an unlock of a tagged talent: type 3, not locked',
    change: (s) => {
      addTag(s);
      s.first(lock(s));
      return { kind: 'talent.unlocked', talentId: s.talentId };
    },
    expected: (s) => [tagged(s, 3, 1)],
  },
  {
    what: 'an end that frees a tagged talent: type 3',
    change: (s) => {
      addTag(s);
      s.first(lock(s));
      return end(s);
    },
    expected: (s) => [tagged(s, 3, 1)],
  },
  {
    what: 'a lock that goes over to another application: 3 for the one, 2 for the other',
    change: (s) => {
      addTag(s);
      const application = second(s);
      s.first({ kind: 'application.created', application });
      s.first({ kind: 'talent.locked', applicationId: application.id });
      return lock(s);
    },
    expected: (s) => {
      const [, other] = s.store.index.applicationsByTalent.get(s.talentId) ?? [];
      const unlocked = tagged(s, 3, 2);
      if (unlocked.type !== TAG) throw new Error('not a tag event');
      return [
        { type: TAG, event: { ...unlocked.event, application_id: other?.id ?? '' } },
        tagged(s, 2, 3),
      ];
    },
  },
  {
    what: 'a move of a talent whose tag is not marked: the move alone',
    change: (s) => {
      addTag(s);
      return move(s);
    },
    rules: { tagIds: [] },
    expected: (s) => [stageChanged(s, s.origin.id, s.target.id)],
  },
  {
    what: 'a lock of a talent with two tags, one of them marked: one event',
    change: (s) => {
      addTag(s);
      addTag(s, s.otherTag.id);
      return lock(s);
    },
    rules: { tagIds: ['marked'] },
    expected: (s) => [tagged(s, 2, 3)],
  },
  {
    what: 'a note: nothing',
    change: (s) => ({
      kind: 'note.created',
      note: {
        id: s.store.nextId('note'),
        talentId: s.talentId,
        applicationId: s.application.id,
        creatorId: null,
        content: '周三前约二面',
        isPrivate: false,
        createdAt: NOW,
        modifiedAt: NOW,
      },
    }),
    expected: () => [],
  },
  {
    what: 'a job that closes: nothing',
    change: (s) => ({ kind: 'job.closed', jobId: s.application.jobId }),
    expected: () => [],
  },
];

describe('what a change causes', () => {
  it.each(rows)('$what', ({ change, rules = {}, byApi = false, expected }) => {
    const s = scene();
    const made = change(s);
    const tagIds = rules.tagIds?.map((id) => (id === 'marked' ? s.tag.id : id));
    const touched = touchedBy(s.store, { ...made, at: NOW } as Change);
    const before = glimpse(s.store, touched);
    commit(s.store, made);
    const all = { ...defaultSwitches(), tagIds: null, ...rules, ...(tagIds ? { tagIds } : {}) };
    const events = causedBy({ at: NOW, byApi }, before, glimpse(s.store, touched), all);
    expect(events).toEqual(expected(s));
  });

  it('is nothing for an internship offer', () => {
    const { store, world, offer } = scene();
    const intern = pick(world.applications.values(), (row) =>
      ['202', '301'].includes(world.jobs.get(row.jobId)?.recruitmentTypeId ?? ''),
    );
    commit(store, {
      kind: 'offer.created',
      offer: { ...offer, applicationId: intern.id, status: 10 },
    });
    const change: Change = { kind: 'offer.changed', at: NOW, offerId: offer.id, status: 2 };
    const touched = touchedBy(store, change);
    const before = glimpse(store, touched);
    store.commit(change);
    const rules = { ...defaultSwitches(), tagIds: null };
    const after = glimpse(store, touched);
    expect(causedBy({ at: NOW, byApi: false }, before, after, rules)).toEqual([]);
  });
});

/** The time is the same for all; `Timeless` is made from `Change`, so the rest holds. */
function commit(store: WorldStore, change: Timeless): void {
  store.commit({ ...change, at: NOW } as Change);
}

function pick<T>(rows: Iterable<T>, wanted: (row: T) => boolean = () => true): T {
  for (const row of rows) if (wanted(row)) return row;
  throw new Error('the world has no such row');
}
