import 'server-only';
import type { Executor } from '@/lib/server/db/pool';
import { tests } from '@/lib/server/db/schema/process-records';
import type { FeishuTest } from '@/lib/server/feishu/wire/tests';
import { noteProcessChanges } from './application-changes';
import type { MirrorContext } from './context';
import { type Upserted, upsertRows } from './upsert';
import { instantOf } from './values';

export async function upsertTests(
  executor: Executor,
  list: readonly FeishuTest[],
  context: MirrorContext,
): Promise<Upserted> {
  const rows = list.map((test) => ({
    id: test.test_id,
    applicationId: test.application_id,
    paper: test.test_paper_name ?? '',
    replyStatus: test.reply_status ?? null,
    testStatus: test.test_status ?? null,
    startAt: instantOf(test.test_schedule?.start_time),
    endAt: instantOf(test.test_schedule?.end_time),
    completedAt: instantOf(test.test_complete_time),
    score: test.score || null,
    createdAt: instantOf(test.created_at),
  }));
  const done = await upsertRows(executor, tests, rows, { key: ['id'] });
  await noteProcessChanges(executor, 'test', rows, done, context);
  return done;
}
