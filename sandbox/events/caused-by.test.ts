import { describe, expect, it } from 'vitest';
import { defaultSwitches } from '@/sandbox/platform/unknowns';
import type { Change } from '@/sandbox/world/changes';
import type { Application } from '@/sandbox/world/types';
import { causedBy, type Rules } from './caused-by';
import { commit, NOW, pick, type Scene, scene, type Timeless } from './caused-by-scene';
import { glimpse, touchedBy } from './glimpse';
import { causedEventTypes, type HireEvent } from './hire-event';

const STAGE = 'hire.application.stage_changed_v1';
const TAG = 'hire.talent.tag_subscription_v1';

type Row = {
  what: string;
  /** The change that is looked at; what has to be true first is committed here. */
  change: (scene: Scene) => Timeless;
  rules?: Partial<Rules>;
  byApi?: boolean;
  expected: (scene: Scene) => HireEvent[];
};

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

const imported = ({ task, operator }: Scene) => ({
  task_id: task.id,
  application_id: task.applicationId,
  ehr_department_id: expect.stringMatching(/^\d{19}$/),
  operator_id: expect.stringMatching(/^\d{19}$/),
  operator_user_id: {
    union_id: operator.unionId,
    user_id: operator.userId,
    open_id: operator.openId,
  },
  ehr_department: {
    department_id: expect.any(String),
    open_department_id: task.departmentId,
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
    what: 'another status of an internship offer: nothing',
    change: (s) => {
      s.first({ kind: 'offer.created', offer: { ...s.offer, offerType: 2, status: 10 } });
      return { kind: 'offer.changed', offerId: s.offer.id, status: 2 };
    },
    expected: () => [],
  },
  {
    what: 'a transfer to another job: the stages of both processes',
    change: (s) => {
      const { job, stage } = s.elsewhere;
      const applicationId = s.application.id;
      return { kind: 'application.transferred', applicationId, jobId: job.id, stageId: stage.id };
    },
    expected: (s) => [stageChanged(s, s.origin.id, s.elsewhere.stage.id)],
  },
  {
    what: 'a talent deleted: its applications, then its own id',
    change: (s) => ({ kind: 'talent.deleted', talentId: s.talentId }),
    expected: (s) => [
      { type: 'hire.application.deleted_v1', event: { application_ids: [s.application.id] } },
      { type: 'hire.talent.deleted_v1', event: { talent_id: s.talentId } },
    ],
  },
  {
    what: 'an import to e-HR: who asked, and where to',
    change: (s) => {
      s.first({ kind: 'offer.created', offer: s.offer });
      return { kind: 'ehr_import.asked', task: s.task };
    },
    expected: (s) => [
      {
        type: 'hire.ehr_import_task.imported_v1',
        event: { ...imported(s), ehr_requirement_id: expect.any(String) },
      },
    ],
  },
  {
    what: 'an import of an intern to e-HR: the internship offer as well',
    change: (s) => {
      s.first({ kind: 'offer.created', offer: { ...s.offer, offerType: 2 } });
      return { kind: 'ehr_import.asked', task: s.task };
    },
    expected: (s) => [
      {
        type: 'hire.ehr_import_task_for_internship_offer.imported_v1',
        event: {
          ...imported(s),
          offer_id: s.offer.id,
          pre_onboard_id: expect.stringMatching(/^\d{19}$/),
        },
      },
    ],
  },
  {
    what: 'an answer to an import: nothing',
    change: (s) => {
      s.first({ kind: 'ehr_import.asked', task: s.task });
      const answer = { taskId: s.task.id, state: 1 as const, failReason: '', redirectUrl: '' };
      return { kind: 'ehr_import.answered', ...answer };
    },
    expected: () => [],
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

  it('is at least once each event there is', () => {
    const told = rows.flatMap(({ change, expected }) => {
      const s = scene();
      change(s);
      return expected(s).map(({ type }) => type);
    });
    expect(new Set(told)).toEqual(new Set(causedEventTypes));
  });
});
