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

/** The step of a stage within a job's process; of any process when that one does not list it. */
export type StepOf = (jobId: string, stageId: string) => number;

/**
 * Steps of all stages. Bodies name their own stage: one that no process listed (no scope for
 * processes, or added since) is known by what they say, until the process's own list comes.
 */
export async function readSteps(
  executor: Executor,
  list: readonly FeishuApplication[],
): Promise<StepOf> {
  const jobRows = await executor
    .select({ id: jobs.id, processId: jobs.processId })
    .from(jobs)
    .where(inArray(jobs.id, uniqueIds(list.map((application) => application.job_id))));
  const processOf = new Map(jobRows.map(({ id, processId }) => [id, processId ?? '']));
  const rows = await executor
    .select({ processId: stages.processId, id: stages.id, step: stages.step })
    .from(stages);
  const inProcess = new Map(rows.map((row) => [`${row.processId} ${row.id}`, row.step]));
  const anywhere = new Map(rows.map((row) => [row.id, row.step]));

  const unlisted = list.flatMap(({ job_id, stage }) => {
    const processId = processOf.get(job_id);
    if (!processId || inProcess.has(`${processId} ${stage.id}`)) return [];
    const step = stepOrdinal(stepOfStageType(stage.type ?? 0));
    inProcess.set(`${processId} ${stage.id}`, step);
    const names = bothNames(stage.zh_name, stage.en_name);
    return { processId, id: stage.id, ordinal: UNLISTED, ...names, type: stage.type ?? 0, step };
  });
  if (unlisted.length > 0) await executor.insert(stages).values(unlisted).onConflictDoNothing();

  return (jobId, stageId) =>
    inProcess.get(`${processOf.get(jobId) ?? ''} ${stageId}`) ?? anywhere.get(stageId) ?? SCREEN;
}
