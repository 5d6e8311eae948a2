import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import type { DimensionRow } from '@/lib/server/db/schema/process-records';
import type { FeishuInterviewRecord } from '@/lib/server/feishu/wire/interviews';
import { noteApplications } from './application-changes';
import type { MirrorContext } from './context';
import { bothNames } from './values';

/**
 * Submitted records whose scores have not been read since they last changed, newest first.
 * @param before only ids below this one; the walk's place
 */
export async function recordsWithoutDetail(
  executor: Executor,
  limit: number,
  before?: string,
): Promise<string[]> {
  const { rows } = await executor.execute<{ id: string }>(sql`
    select id from interview_records
     where submitted and detail_at is null and (${before ?? null}::text is null or id < ${before ?? null})
     order by id desc limit ${limit}`);
  return rows.map((row) => row.id);
}

/**
 * Adds scores and the time of submission to records that are here. `asked` without an answer count
 * as read: Feishu has nothing more on them.
 */
export async function storeRecordDetails(
  executor: Executor,
  asked: readonly string[],
  list: readonly FeishuInterviewRecord[],
  context: MirrorContext,
): Promise<void> {
  const found = new Map(list.map((record) => [record.id, record]));
  const json = JSON.stringify(
    asked.map((id) => {
      const record = found.get(id);
      return {
        id,
        submitted: record?.submit_time ? new Date(record.submit_time).toISOString() : null,
        score: record?.record_score?.score ?? null,
        of: record?.record_score?.total_score ?? null,
        dimensions: record ? dimensionsOf(record) : [],
      };
    }),
  );
  const { rows } = await executor.execute<{ id: string }>(sql`
    update interview_records r
       set submitted_at = coalesce(d.submitted, r.submitted_at), score = d.score,
           score_of = d."of", dimensions = d.dimensions,
           detail_at = ${context.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${json}::jsonb) as d(
             id text, submitted timestamptz, score real, "of" real, dimensions jsonb)
     where r.id = d.id
    returning r.application_id as id`);
  await noteApplications(
    executor,
    'feedback',
    rows.map((row) => row.id),
    context,
  );
}

/** 10 conclusion, 11 score, 12 record: of the whole record, which has them elsewhere. */
const WHOLE_RECORD = new Set([10, 11, 12]);

function dimensionsOf(record: FeishuInterviewRecord): DimensionRow[] {
  return (record.module_assessments ?? []).flatMap((module) =>
    (module.dimension_assessments ?? []).flatMap((dimension) => {
      const id = dimension.interview_feedback_form_dimension_id;
      const score = dimension.dimension_score ?? dimension.dimension_option?.score_val ?? null;
      const comment = dimension.dimension_content ?? '';
      if (WHOLE_RECORD.has(dimension.dimension_type ?? 0)) return [];
      if (id === undefined || (score === null && comment === '')) return [];
      const { nameZh, nameEn } = bothNames(
        dimension.dimension_name?.zh_cn,
        dimension.dimension_name?.en_us,
      );
      return [{ id, zh: nameZh, en: nameEn, score, comment }];
    }),
  );
}
