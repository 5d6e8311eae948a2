import 'server-only';
import type { PgTable } from 'drizzle-orm/pg-core';
import { type Step, stepOrdinal } from '@/lib/domain/steps';
import type { Executor } from '@/lib/server/db/pool';
import { applications, stageVisits } from '@/lib/server/db/schema/applications';
import { jobMembers, jobs } from '@/lib/server/db/schema/jobs';
import {
  departments,
  people,
  processes,
  resumeSources,
  stages,
} from '@/lib/server/db/schema/organisation';
import {
  evaluations,
  interviewRecords,
  interviews,
  offers,
} from '@/lib/server/db/schema/process-records';
import { talents } from '@/lib/server/db/schema/talents';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

type New<T extends PgTable> = Partial<T['$inferInsert']>;
export type StageRow = typeof stages.$inferInsert;

/** Written in this order; no foreign keys hold them, the order is for readers. */
const TABLES = {
  departments,
  people,
  processes,
  stages,
  resumeSources,
  jobs,
  jobMembers,
  talents,
  applications,
  stageVisits,
  evaluations,
  interviews,
  interviewRecords,
  offers,
} satisfies Record<string, PgTable>;

type Rows = { [K in keyof typeof TABLES]: (typeof TABLES)[K]['$inferInsert'][] };

/**
 * A company of rows made one by one with believable defaults, written together by `insert`. Ids
 * and times follow from the order of calls and `now`, so that the same calls make the same rows.
 */
export function createCompany(now: Date) {
  const rows: Rows = {
    departments: [],
    people: [],
    processes: [],
    stages: [],
    resumeSources: [],
    jobs: [],
    jobMembers: [],
    talents: [],
    applications: [],
    stageVisits: [],
    evaluations: [],
    interviews: [],
    interviewRecords: [],
    offers: [],
  };
  let last = 0;
  const nextId = () => `7${String(++last).padStart(12, '0')}`;
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const add = <K extends keyof Rows>(table: K, row: Rows[K][number]): Rows[K][number] => {
    rows[table].push(row as never); // TypeScript cannot tie a table's rows to its key here.
    return row;
  };

  const person = (given: New<typeof people> = {}) => {
    const id = nextId();
    const row = {
      openId: `ou_${id}`,
      nameZh: `员工${id.slice(-4)}`,
      nameEn: `Person ${id.slice(-4)}`,
      ...given,
    };
    add('people', row);
    return row;
  };
  const department = (given: New<typeof departments> = {}) => {
    const id = nextId();
    const row = {
      id,
      nameZh: `部门${id.slice(-3)}`,
      nameEn: `Department ${id.slice(-3)}`,
      ...given,
    };
    add('departments', row);
    return row;
  };
  const source = (given: New<typeof resumeSources> = {}) => {
    const id = nextId();
    const row = {
      id,
      nameZh: `来源${id.slice(-3)}`,
      nameEn: `Source ${id.slice(-3)}`,
      type: 10000,
      active: 1,
      ...given,
    };
    add('resumeSources', row);
    return row;
  };
  /** A process with one stage a step named, in their order. */
  const process = (steps: readonly Step[] = DEFAULT_STEPS, type = 1) => {
    const id = nextId();
    add('processes', {
      id,
      nameZh: `流程${id.slice(-3)}`,
      nameEn: `Process ${id.slice(-3)}`,
      type,
    });
    const made = steps.map((step, ordinal): StageRow => {
      const row = {
        processId: id,
        id: nextId(),
        ordinal,
        nameZh: `${step} ${ordinal}`,
        nameEn: `${step} ${ordinal}`,
        type: stepOrdinal(step),
        step: stepOrdinal(step),
      };
      add('stages', row);
      return row;
    });
    return { id, stages: made };
  };
  const job = (given: New<typeof jobs> & { managers?: string[] } = {}) => {
    const { managers = [], ...columns } = given;
    const id = nextId();
    const row = {
      id,
      code: `A${id.slice(-4)}`,
      title: `职位${id.slice(-4)}`,
      open: true,
      createdAt: ago(60),
      updatedAt: ago(1),
      hash: id,
      ...columns,
    };
    add('jobs', row);
    if (row.recruiterId) member(row.id, row.recruiterId, 'recruiter');
    for (const openId of managers) member(row.id, openId, 'manager');
    return row;
  };
  const member = (jobId: string, openId: string, role: 'recruiter' | 'assistant' | 'manager') =>
    add('jobMembers', { jobId, openId, role });
  const talent = (given: New<typeof talents> = {}) => {
    const id = nextId();
    const row = { id, name: `人选${id.slice(-4)}`, hash: id, ...given };
    add('talents', row);
    return row;
  };

  /**
   * An application in a stage, its facts derived as the mirror would: furthest from the visits
   * given (else one visit, of the present stage), outcome `active`, or `hired` in a joined stage.
   */
  const application = (
    of: { jobId: string; stage?: StageRow },
    given: New<typeof applications> & { visits?: VisitSpec[] } = {},
  ) => {
    const { visits: told, ...columns } = given;
    const id = nextId();
    const step = of.stage?.step ?? 1;
    const outcome = columns.outcome ?? (step === 7 ? 'hired' : 'active');
    const createdAt = columns.createdAt === undefined ? ago(10) : columns.createdAt;
    const enteredAt = columns.stageEnteredAt === undefined ? createdAt : columns.stageEnteredAt;
    const visits =
      told ?? (of.stage ? [{ stage: of.stage, enteredAt, exitedAt: null, accidental: false }] : []);
    const furthest = visits.filter((v) => !v.accidental).map((v) => v.stage.step);
    const row = {
      id,
      jobId: of.jobId,
      stageId: of.stage?.id ?? null,
      active: outcome !== 'ended',
      bodyAt: now,
      createdAt,
      modifiedAt: createdAt,
      step,
      furthestStep: Math.max(step, ...furthest),
      outcome,
      stageEnteredAt: enteredAt,
      endedAt: outcome === 'ended' ? now : null,
      hiredAt: outcome === 'hired' ? enteredAt : null,
      ...columns,
    };
    add('applications', row);
    visits.forEach((visit, seq) => {
      add('stageVisits', {
        applicationId: row.id,
        seq,
        stageId: visit.stage.id,
        step: visit.stage.step,
        enteredAt: visit.enteredAt,
        exitedAt: visit.exitedAt,
        accidental: visit.accidental ?? false,
      });
    });
    return row;
  };
  /** Known from the id lists alone: job, stage, step and status, no body. */
  const unread = (of: { jobId: string; stage: StageRow }) =>
    application(of, {
      bodyAt: null,
      createdAt: null,
      modifiedAt: null,
      stageEnteredAt: null,
      hiredAt: null,
      visits: [],
    });

  const evaluation = (
    applicationId: string,
    evaluatorId: string,
    given: New<typeof evaluations> = {},
  ) => {
    const row = {
      id: nextId(),
      applicationId,
      evaluatorId,
      submitted: false,
      createdAt: ago(2),
      updatedAt: ago(2),
      ...given,
    };
    add('evaluations', row);
    return row;
  };
  const interview = (
    applicationId: string,
    interviewerIds: readonly string[],
    given: New<typeof interviews> & { submitted?: boolean } = {},
  ) => {
    const { submitted = false, ...columns } = given;
    const id = nextId();
    const row = {
      id,
      applicationId,
      round: 1,
      beginAt: ago(1),
      endAt: new Date(ago(1).getTime() + HOUR),
      cancelled: false,
      hash: id,
      ...columns,
    };
    add('interviews', row);
    for (const interviewerId of interviewerIds) {
      add('interviewRecords', {
        id: nextId(),
        interviewId: row.id,
        applicationId,
        interviewerId,
        submitted,
      });
    }
    return row;
  };
  const offer = (applicationId: string, given: New<typeof offers> = {}) => {
    const row = {
      id: nextId(),
      applicationId,
      status: 6,
      readAt: now,
      createdAt: ago(3),
      ...given,
    };
    add('offers', row);
    return row;
  };

  return {
    now,
    rows,
    ago,
    person,
    department,
    source,
    process,
    job,
    member,
    talent,
    application,
    unread,
    evaluation,
    interview,
    offer,
    /** Writes all rows made since the last call. */
    insert: (db: Executor) => insertRows(db, rows),
  };
}
export type Company = ReturnType<typeof createCompany>;

export type VisitSpec = {
  stage: StageRow;
  enteredAt: Date | null;
  exitedAt: Date | null;
  accidental?: boolean;
};

const DEFAULT_STEPS: readonly Step[] = [
  'screen',
  'evaluation',
  'test',
  'interview',
  'offer',
  'to_join',
  'joined',
];

const CHUNK = 400;

async function insertRows(db: Executor, rows: Rows): Promise<void> {
  for (const [name, table] of Object.entries(TABLES)) {
    const of: object[] = rows[name as keyof Rows]; // Object.entries forgets the keys.
    for (const chunk of chunks(of.splice(0))) await db.insert(table).values(chunk);
  }
}

function* chunks<T>(all: T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += CHUNK) yield all.slice(from, from + CHUNK);
}
