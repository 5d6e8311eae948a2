import type { Change } from '@/sandbox/world/changes';
import type {
  Application,
  Evaluation,
  Interview,
  Talent,
  Test,
  World,
} from '@/sandbox/world/types';
import { GroupedOrder } from './grouped-order';
import { TimeOrder } from './time-order';

type Touched = {
  applications: Set<string>;
  talents: Set<string>;
  evaluations: Set<string>;
  interviews: Set<string>;
  tests: Set<string>;
};

/** What a list of applications can be narrowed to without looking at all of them. */
export type ApplicationGroup = 'job' | 'stage' | 'process';

/** The orders that lists page through: made on first use, then kept true by every change. */
export class WorldOrder {
  private byModified: TimeOrder<Application> | null = null;
  private byCreated: TimeOrder<Application> | null = null;
  private grouped = new Map<string, GroupedOrder<Application>>();
  private byTalentUpdate: TimeOrder<Talent> | null = null;
  private byEvaluationUpdate: TimeOrder<Evaluation> | null = null;
  private byBegin: TimeOrder<Interview> | null = null;
  private byTestStart: TimeOrder<Test> | null = null;

  constructor(private readonly world: World) {}

  get applicationsByModified(): TimeOrder<Application> {
    this.byModified ??= new TimeOrder(this.world.applications.values(), (a) => a.modifiedAt);
    return this.byModified;
  }

  get applicationsByCreated(): TimeOrder<Application> {
    this.byCreated ??= new TimeOrder(this.world.applications.values(), (a) => a.createdAt);
    return this.byCreated;
  }

  /** Applications of each job, stage or process, in one of the two orders of all. */
  applicationsIn(group: ApplicationGroup, time: 'modifiedAt' | 'createdAt') {
    const key = `${group} ${time}`;
    let order = this.grouped.get(key);
    if (!order) {
      const groupOf = {
        job: (a: Application) => a.jobId,
        stage: (a: Application) => a.stageId,
        // A job that has applications keeps its process.
        process: (a: Application) => this.world.jobs.get(a.jobId)?.processId ?? '',
      }[group];
      order = new GroupedOrder(this.world.applications.values(), groupOf, (a) => a[time]);
      this.grouped.set(key, order);
    }
    return order;
  }

  get talentsByUpdate(): TimeOrder<Talent> {
    this.byTalentUpdate ??= new TimeOrder(this.world.talents.values(), (t) => t.updatedAt);
    return this.byTalentUpdate;
  }

  get evaluationsByUpdate(): TimeOrder<Evaluation> {
    this.byEvaluationUpdate ??= new TimeOrder(this.world.evaluations.values(), (e) => e.updatedAt);
    return this.byEvaluationUpdate;
  }

  /** Without the cancelled ones, which no list shows. */
  get interviewsByBegin(): TimeOrder<Interview> {
    if (!this.byBegin) {
      const live = [...this.world.interviews.values()].filter((i) => !i.cancelled);
      this.byBegin = new TimeOrder(live, (i) => i.begin);
    }
    return this.byBegin;
  }

  get testsByStart(): TimeOrder<Test> {
    this.byTestStart ??= new TimeOrder(this.world.tests.values(), (t) => t.start);
    return this.byTestStart;
  }

  /** Names what a change touches (asked before the change, for deletions) and files it anew after. */
  around(change: Change, apply: () => void): void {
    const touched = this.touchedBy(change);
    apply();
    for (const id of touched.applications) {
      const row = this.world.applications.get(id);
      this.byModified?.touch(id, row);
      this.byCreated?.touch(id, row);
      for (const order of this.grouped.values()) order.touch(id, row);
    }
    for (const id of touched.talents) this.byTalentUpdate?.touch(id, this.world.talents.get(id));
    for (const id of touched.evaluations) {
      this.byEvaluationUpdate?.touch(id, this.world.evaluations.get(id));
    }
    for (const id of touched.interviews) {
      const row = this.world.interviews.get(id);
      this.byBegin?.touch(id, row?.cancelled ? undefined : row);
    }
    for (const id of touched.tests) this.byTestStart?.touch(id, this.world.tests.get(id));
  }

  private touchedBy(change: Change): Touched {
    const { world } = this;
    const touched: Touched = {
      applications: new Set(),
      talents: new Set(),
      evaluations: new Set(),
      interviews: new Set(),
      tests: new Set(),
    };
    const application = (id: string | null | undefined) => {
      if (!id) return;
      touched.applications.add(id);
      const talentId = world.applications.get(id)?.talentId;
      if (talentId) touched.talents.add(talentId);
    };
    if ('applicationId' in change) application(change.applicationId);
    if ('talentId' in change) touched.talents.add(change.talentId);
    if ('talent' in change) touched.talents.add(change.talent.id);
    if ('application' in change) {
      touched.applications.add(change.application.id);
      touched.talents.add(change.application.talentId);
    }
    if ('employee' in change) application(change.employee.applicationId);
    if ('evaluation' in change) {
      touched.evaluations.add(change.evaluation.id);
      application(change.evaluation.applicationId);
    }
    if ('evaluationId' in change) {
      touched.evaluations.add(change.evaluationId);
      application(world.evaluations.get(change.evaluationId)?.applicationId);
    }
    if ('interview' in change) {
      touched.interviews.add(change.interview.id);
      application(change.interview.applicationId);
    }
    if ('interviewId' in change) {
      touched.interviews.add(change.interviewId);
      application(world.interviews.get(change.interviewId)?.applicationId);
    }
    if ('test' in change) {
      touched.tests.add(change.test.id);
      application(change.test.applicationId);
    }
    if ('testId' in change) {
      touched.tests.add(change.testId);
      application(world.tests.get(change.testId)?.applicationId);
    }
    if ('offer' in change) application(change.offer.applicationId);
    if ('offerId' in change) {
      const offer = world.offers.get(change.offerId) ?? world.internOffers.get(change.offerId);
      application(offer?.applicationId);
    }
    if ('task' in change) application(change.task.applicationId);
    if ('note' in change && typeof change.note === 'object') {
      touched.talents.add(change.note.talentId);
      application(change.note.applicationId);
    }
    if ('noteId' in change) {
      const note = world.notes.get(change.noteId);
      if (note) touched.talents.add(note.talentId);
      application(note?.applicationId);
    }
    if (change.kind === 'application.deleted') {
      for (const e of world.evaluations.values()) {
        if (e.applicationId === change.applicationId) touched.evaluations.add(e.id);
      }
      for (const i of world.interviews.values()) {
        if (i.applicationId === change.applicationId) touched.interviews.add(i.id);
      }
      for (const t of world.tests.values()) {
        if (t.applicationId === change.applicationId) touched.tests.add(t.id);
      }
    }
    if (change.kind === 'talent.deleted') this.touchAllOf(change.talentId, touched);
    return touched;
  }

  /** What goes with a talent: its applications and what hangs on them. */
  private touchAllOf(talentId: string, touched: Touched): void {
    const { world } = this;
    for (const a of world.applications.values()) {
      if (a.talentId === talentId) touched.applications.add(a.id);
    }
    const isGone = (row: { applicationId: string }) => touched.applications.has(row.applicationId);
    for (const e of world.evaluations.values()) if (isGone(e)) touched.evaluations.add(e.id);
    for (const i of world.interviews.values()) if (isGone(i)) touched.interviews.add(i.id);
    for (const t of world.tests.values()) if (isGone(t)) touched.tests.add(t.id);
  }
}
