import 'server-only';
import { inArray } from 'drizzle-orm';
import { stepOfStageType, stepOrdinal } from '@/lib/domain/steps';
import type { Executor } from '@/lib/server/db/pool';
import { jobs } from '@/lib/server/db/schema/jobs';
import { stages } from '@/lib/server/db/schema/organisation';
import type { FeishuApplication } from '@/lib/server/feishu/wire/applications';
import { bothNames, uniqueIds } from './values';

/** After every stage a process lists. */
const UNLISTED = 99;
const SCREEN = 1;

async function processesOf(executor: Executor, list: readonly FeishuApplication[]) {
  const ids = uniqueIds(list.map((application) => application.job_id));
  if (ids.length === 0) return new Map<string, string>();
  const rows = await executor
    .select({ id: jobs.id, processId: jobs.processId })
    .from(jobs)
    .where(inArray(jobs.id, ids));
  return new Map(rows.flatMap(({ id, processId }) => (processId ? [[id, processId]] : [])));
}

/**
 * Bodies name their own stage: one that no process listed (no scope for processes, or added since)
 * is known by what they say, until the process's own list comes.
 */
export async function rememberStages(
  executor: Executor,
  list: readonly FeishuApplication[],
): Promise<void> {
  const processOf = await processesOf(executor, list);
  const named = new Map(
    list.flatMap(({ job_id, stage }) => {
      const processId = processOf.get(job_id);
      if (processId === undefined) return [];
      const row = {
        processId,
        id: stage.id,
        ordinal: UNLISTED,
        ...bothNames(stage.zh_name, stage.en_name),
        type: stage.type ?? 0,
        step: stepOrdinal(stepOfStageType(stage.type ?? 0)),
      };
      return [[`${processId} ${stage.id}`, row] as const];
    }),
  );
  if (named.size > 0) {
    await executor
      .insert(stages)
      .values([...named.values()])
      .onConflictDoNothing();
  }
}

/** The step of a stage within a job's process; of any process when that one does not list it. */
export async function stagesOf(
  executor: Executor,
  list: readonly FeishuApplication[],
): Promise<(jobId: string, stageId: string) => number> {
  const processOf = await processesOf(executor, list);
  const rows = await executor
    .select({ processId: stages.processId, id: stages.id, step: stages.step })
    .from(stages);
  const inProcess = new Map(rows.map((row) => [`${row.processId} ${row.id}`, row.step]));
  const anywhere = new Map(rows.map((row) => [row.id, row.step]));
  return (jobId, stageId) =>
    inProcess.get(`${processOf.get(jobId) ?? ''} ${stageId}`) ?? anywhere.get(stageId) ?? SCREEN;
}
