import 'server-only';
import { sql } from 'drizzle-orm';
import { applications, stageVisits } from '@/lib/server/db/schema/applications';
import { listApplicationIds } from '@/lib/server/feishu/resources/applications';
import { contentHash } from '@/lib/server/mirror/content-hash';
import { deriveFacts } from '@/lib/server/mirror/derive-facts';
import { loadFactSources } from '@/lib/server/mirror/fact-sources';
import { LOCKED } from '@/lib/server/mirror/locks';
import { chunk } from '@/lib/server/mirror/values';
import type { Facts } from './difference';
import { all, at, type Comparison, only, sorted } from './side';

const ACTIVE = 1;
const BATCH = 500;

const ids: Comparison = {
  kind: 'application_ids',
  async read({ db, listed }) {
    const rows = await db.select({ id: applications.id }).from(applications);
    return {
      feishu: new Map((await listed()).map((id) => [id, {}])),
      mirror: new Map(rows.map(({ id }) => [id, {}])),
    };
  },
};

const bodiesOf: Comparison = {
  kind: 'applications',
  async read({ db, bodies }) {
    const found = await bodies();
    const rows = await db.select().from(applications);
    return {
      feishu: new Map(
        [...found.values()].map((body) => {
          const active = body.active_status === ACTIVE;
          return [
            body.id,
            {
              read: true,
              job: body.job_id,
              stage: body.stage.id,
              active,
              talent: body.talent_id,
              source: body.resume_source_id ?? body.resume_source_info?.id ?? null,
              created: body.create_time ?? null,
              modified: body.modify_time ?? null,
              ending: active ? null : (body.termination_type ?? null),
              reasons: active ? '' : sorted(body.termination_reason_list),
              note: active ? '' : contentHash(body.termination_reason_note ?? ''),
            },
          ];
        }),
      ),
      mirror: only(
        new Map(
          rows.map((row) => [
            row.id,
            {
              read: row.bodyAt !== null,
              job: row.jobId,
              stage: row.stageId,
              active: row.active,
              talent: row.talentId,
              source: row.sourceId,
              created: at(row.createdAt),
              modified: at(row.modifiedAt),
              ending: row.terminationType,
              reasons: sorted(row.terminationReasonIds),
              note: row.active ? '' : contentHash(row.terminationNote),
            },
          ]),
        ),
        found,
      ),
    };
  },
};

/** Feishu's list of stays; the mirror keeps those that vanish from it. */
const visits: Comparison = {
  kind: 'stage_visits',
  keeps: true,
  async read({ db, bodies }) {
    const rows = await db.select().from(stageVisits);
    return {
      feishu: new Map(
        [...(await bodies()).values()].flatMap((body) =>
          (body.stage_time_list ?? []).map((stay) => [
            `${body.id}/${stay.stage_id}/${stay.enter_time ?? ''}`,
            { left: stay.exit_time ?? null },
          ]),
        ),
      ),
      mirror: new Map(
        rows.map((stay) => [
          `${stay.applicationId}/${stay.stageId}/${at(stay.enteredAt) ?? ''}`,
          { left: at(stay.exitedAt) },
        ]),
      ),
    };
  },
};

const locks: Comparison = {
  kind: 'locks',
  async read({ db, feishu }) {
    const theirs: Facts = new Map();
    for (const status of LOCKED) {
      const filter = { active: 'active' as const, lockStatus: [status] };
      const listed = await all((token) => listApplicationIds(feishu, filter, token));
      for (const id of listed) theirs.set(id, { status });
    }
    const rows = await db
      .select({ id: applications.id, status: applications.lockStatus })
      .from(applications)
      .where(sql`active and lock_status = any(${sql.param([...LOCKED])}::smallint[])`);
    return { feishu: theirs, mirror: new Map(rows.map(({ id, status }) => [id, { status }])) };
  },
};

/** Step, outcome, whose turn it is …: what the mirror's own records give, against what it shows. */
const derived: Comparison = {
  kind: 'derived_facts',
  async read({ db, timeZone, now }) {
    const rows = await db.select({ id: applications.id }).from(applications);
    const [meant, shown]: [Facts, Facts] = [new Map(), new Map()];
    for (const part of chunk(rows, BATCH)) {
      const sources = await loadFactSources(
        db,
        part.map(({ id }) => id),
        timeZone,
      );
      for (const { id, source, present } of sources) {
        meant.set(id, flat(deriveFacts(source, now())));
        shown.set(id, flat(present));
      }
    }
    return { feishu: meant, mirror: shown };
  },
};

const flat = ({ nextEventPeople, ...facts }: ReturnType<typeof deriveFacts>) => ({
  ...facts,
  people: sorted(nextEventPeople),
});

export const APPLICATIONS: Comparison[] = [ids, bodiesOf, visits, locks, derived];
