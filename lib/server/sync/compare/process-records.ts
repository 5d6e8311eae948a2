import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import {
  employees,
  evaluations,
  interviewRecords,
  interviews,
  offers,
  tests,
} from '@/lib/server/db/schema/process-records';
import { getEmployeeByApplication } from '@/lib/server/feishu/resources/employees';
import { listEvaluations } from '@/lib/server/feishu/resources/evaluations';
import {
  INTERVIEW_RECORD_IDS_MAX,
  listInterviewRecords,
  listInterviews,
} from '@/lib/server/feishu/resources/interviews';
import { getApplicationOffer } from '@/lib/server/feishu/resources/offers';
import { searchTests } from '@/lib/server/feishu/resources/tests';
import { contentHash } from '@/lib/server/mirror/content-hash';
import { chunk, groupBy } from '@/lib/server/mirror/values';
import { mapAtMost } from '@/lib/server/sync/flow';
import { INTERVIEW_SLICES } from '@/lib/server/sync/settings';
import type { Facts } from './difference';
import { all, at, type Comparison, type Sides } from './side';

const SUBMITTED = 1;
const CALLS_AT_ONCE = 20;
const TESTS_OF = 100;
/** Types of stages from the offer on (CONTRACT section 4). */
const OFFER_STAGE = 5;
const JOINED_STAGE = 7;

const evaluationsOf: Comparison = {
  kind: 'evaluations',
  async read({ db, feishu }) {
    const listed = await all((token) => listEvaluations(feishu, {}, token));
    const rows = await db.select().from(evaluations);
    return {
      feishu: new Map(
        listed.map((one) => {
          const submitted = one.commit_status === SUBMITTED;
          return [
            one.id,
            {
              application: one.application_id,
              evaluator: one.evaluator_id ?? null,
              submitted,
              conclusion: submitted ? (one.conclusion ?? null) : null,
              content: contentHash(one.content ?? ''),
              updated: one.update_time ?? null,
            },
          ];
        }),
      ),
      mirror: new Map(
        rows.map((one) => [
          one.id,
          {
            application: one.applicationId,
            evaluator: one.evaluatorId,
            submitted: one.submitted,
            conclusion: one.conclusion,
            content: contentHash(one.content),
            updated: at(one.updatedAt),
          },
        ]),
      ),
    };
  },
};

/** All of them by when they begin, in slices from the farthest ahead to the oldest known. */
async function readInterviews({ db, feishu, now }: Sides) {
  const oldest = await db.execute<{ at: number | null }>(sql`
    select (extract(epoch from least((select min(created_at) from jobs),
                                     (select min(begin_at) from interviews))) * 1000)::float8 as at`);
  const from = oldest.rows[0]?.at ?? now();
  const found: Awaited<ReturnType<typeof listInterviews>>['items'] = [];
  for (let to = now() + INTERVIEW_SLICES.ahead; to > from; to -= INTERVIEW_SLICES.width) {
    const slice = { beginFrom: Math.max(1, to - INTERVIEW_SLICES.width + 1), beginTo: to };
    found.push(...(await all((token) => listInterviews(feishu, slice, token))));
  }
  return found;
}

const interviewsOf: Comparison = {
  kind: 'interviews',
  async read(sides) {
    const listed = await readInterviews(sides);
    const rows = await sides.db.select().from(interviews).where(sql`not cancelled`);
    const records = groupBy(
      await sides.db.select().from(interviewRecords),
      ({ interviewId }) => interviewId,
    );
    return {
      feishu: new Map(
        listed.map((one) => [
          one.id,
          {
            application: one.application_id,
            begin: one.begin_time ?? null,
            end: one.end_time ?? null,
            round: one.round ?? 0,
            how: one.interview_type ?? null,
            feedback: feedback(
              (one.interview_record_list ?? []).map((record) => ({
                id: record.id,
                by: record.user_id ?? record.interviewer?.id,
                submitted: record.commit_status === SUBMITTED,
                conclusion: record.conclusion,
                content: record.content,
              })),
            ),
          },
        ]),
      ),
      mirror: new Map(
        rows.map((one) => [
          one.id,
          {
            application: one.applicationId,
            begin: at(one.beginAt),
            end: at(one.endAt),
            round: one.round,
            how: one.kind,
            feedback: feedback(
              (records.get(one.id) ?? []).map((record) => ({
                ...record,
                by: record.interviewerId,
              })),
            ),
          },
        ]),
      ),
    };
  },
};

type Feedback = {
  id: string;
  by: string | undefined;
  submitted: boolean;
  conclusion?: number | null | undefined;
  content?: string | undefined;
};

/** Who sits in an interview and what each said, as one mark: the words are nobody's to print. */
const feedback = (list: Feedback[]): string =>
  contentHash(
    list
      .map((one) => [one.id, one.by, one.submitted, one.conclusion ?? null, one.content ?? ''])
      .map((one) => JSON.stringify(one))
      .toSorted(),
  );

const scores: Comparison = {
  kind: 'interview_scores',
  async read({ db, feishu }) {
    const rows = await db.select().from(interviewRecords).where(sql`submitted`);
    const theirs: Facts = new Map();
    for (const part of chunk(rows, INTERVIEW_RECORD_IDS_MAX)) {
      const page = await listInterviewRecords(
        feishu,
        part.map(({ id }) => id),
      );
      for (const record of page.items) {
        theirs.set(record.id, {
          score: record.record_score?.score ?? null,
          of: record.record_score?.total_score ?? null,
          at: record.submit_time ?? null,
        });
      }
    }
    return {
      feishu: theirs,
      mirror: new Map(
        rows
          .filter(({ id }) => theirs.has(id))
          .map((row) => [row.id, { score: row.score, of: row.scoreOf, at: at(row.submittedAt) }]),
      ),
    };
  },
};

const testsOf: Comparison = {
  kind: 'tests',
  async read({ db, feishu, bodies }) {
    const theirs: Facts = new Map();
    const ids = [...(await bodies()).keys()];
    for (const applicationIds of chunk(ids, TESTS_OF)) {
      for (const test of await all((token) => searchTests(feishu, { applicationIds }, token))) {
        theirs.set(test.test_id, {
          application: test.application_id,
          paper: test.test_paper_name ?? '',
          reply: test.reply_status ?? null,
          status: test.test_status ?? null,
          completed: test.test_complete_time ?? null,
          score: test.score || null,
        });
      }
    }
    const rows = await db
      .select()
      .from(tests)
      .where(inArray(tests.applicationId, some(ids)));
    return {
      feishu: theirs,
      mirror: new Map(
        rows.map((test) => [
          test.id,
          {
            application: test.applicationId,
            paper: test.paper,
            reply: test.replyStatus,
            status: test.testStatus,
            completed: at(test.completedAt),
            score: test.score,
          },
        ]),
      ),
    };
  },
};

const offersOf: Comparison = {
  kind: 'offers',
  async read({ db, feishu, bodies }) {
    const found = await bodies();
    const rows = (await db.select().from(offers)).filter((row) => found.has(row.applicationId));
    const held = await db.execute<{ id: string }>(
      sql`select id from applications where greatest(step, furthest_step) >= ${OFFER_STAGE}`,
    );
    const late = [...found.values()].filter(
      ({ stage }) => stage.type && stage.type >= OFFER_STAGE && stage.type <= JOINED_STAGE,
    );
    const ids = new Set(
      [...late, ...held.rows, ...rows.map((row) => ({ id: row.applicationId }))]
        .map(({ id }) => id)
        .filter((id) => found.has(id)),
    );
    const theirs = await mapAtMost([...ids], CALLS_AT_ONCE, (id) =>
      getApplicationOffer(feishu, id),
    );
    return {
      feishu: new Map(
        theirs.flatMap((offer) =>
          offer
            ? [
                [
                  offer.id,
                  {
                    application: offer.application_id,
                    status: offer.offer_status,
                    owner: offer.basic_info?.owner_user_id ?? null,
                    created: offer.basic_info?.create_time ?? null,
                    expires: offer.basic_info?.expire_time ?? null,
                    onboard: offer.basic_info?.onboard_date ?? null,
                  },
                ] as const,
              ]
            : [],
        ),
      ),
      mirror: new Map(
        rows.map((offer) => [
          offer.id,
          {
            application: offer.applicationId,
            status: offer.status,
            owner: offer.ownerId,
            created: at(offer.createdAt),
            expires: at(offer.expiresAt),
            onboard: offer.onboardDate,
          },
        ]),
      ),
    };
  },
};

const employeesOf: Comparison = {
  kind: 'employees',
  keeps: true,
  async read({ db, feishu, bodies }) {
    const joined = [...(await bodies()).values()].filter(
      ({ stage, active_status }) => stage.type === JOINED_STAGE && active_status === 1,
    );
    const theirs = await mapAtMost(joined, CALLS_AT_ONCE, ({ id }) =>
      getEmployeeByApplication(feishu, id),
    );
    const rows = await db.select().from(employees);
    return {
      feishu: new Map(
        theirs.flatMap((one) =>
          one
            ? [
                [
                  one.id,
                  {
                    application: one.application_id,
                    status: one.onboard_status ?? 1,
                    since: one.onboard_time ?? null,
                  },
                ] as const,
              ]
            : [],
        ),
      ),
      mirror: new Map(
        rows.map((one) => [
          one.id,
          { application: one.applicationId, status: one.onboardStatus, since: at(one.onboardAt) },
        ]),
      ),
    };
  },
};

/** `in ()` is no SQL. */
const some = (ids: readonly string[]) => (ids.length > 0 ? [...ids] : ['']);

export const PROCESS_RECORDS: Comparison[] = [
  evaluationsOf,
  interviewsOf,
  scores,
  testsOf,
  offersOf,
  employeesOf,
];
