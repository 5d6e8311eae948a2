import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { evaluations } from '@/lib/server/db/schema/process-records';
import type { FeishuEvaluation } from '@/lib/server/feishu/wire/evaluations';
import { noteProcessChanges } from './application-changes';
import type { MirrorContext } from './context';
import { type BadRow, quarantineRows } from './quarantine';
import { type Upserted, upsertRows } from './upsert';
import { instantOf } from './values';

const SUBMITTED = 1;

export async function upsertEvaluations(
  executor: Executor,
  list: readonly FeishuEvaluation[],
  context: MirrorContext,
): Promise<Upserted> {
  const bad: BadRow[] = [];
  const rows = list.flatMap((evaluation) => {
    const row = evaluationRow(evaluation);
    if (row === undefined) {
      bad.push({ id: evaluation.id, fields: ['evaluator_id', 'create_time'] });
    }
    return row ?? [];
  });
  await quarantineRows(executor, 'evaluations', bad, context.now);
  const done = await upsertRows(executor, evaluations, rows, {
    key: ['id'],
    guard: sql`excluded.updated_at >= evaluations.updated_at`,
  });
  await noteProcessChanges(executor, 'evaluation', rows, done, context);
  return done;
}

function evaluationRow(evaluation: FeishuEvaluation) {
  const createdAt = instantOf(evaluation.create_time ?? evaluation.update_time);
  if (createdAt === null || evaluation.evaluator_id === undefined) return undefined;
  const submitted = evaluation.commit_status === SUBMITTED;
  return {
    id: evaluation.id,
    applicationId: evaluation.application_id,
    stageId: evaluation.stage_id ?? null,
    evaluatorId: evaluation.evaluator_id,
    submitted,
    conclusion: submitted ? (evaluation.conclusion ?? null) : null,
    content: evaluation.content ?? '',
    createdAt,
    updatedAt: instantOf(evaluation.update_time) ?? createdAt,
  };
}
