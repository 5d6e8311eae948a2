import 'server-only';
import { sql } from 'drizzle-orm';
import { type Step, stepOfStageType, stepOrdinal } from '@/lib/domain/steps';
import type { Executor } from '@/lib/server/db/pool';
import {
  processes,
  resumeSources,
  stages,
  terminationReasons,
  userRoles,
} from '@/lib/server/db/schema/organisation';
import type {
  FeishuJobProcess,
  FeishuResumeSource,
  FeishuTerminationReason,
} from '@/lib/server/feishu/wire/dictionaries';
import type { FeishuUserRole } from '@/lib/server/feishu/wire/people';
import { sumTallies, type Tally } from './tally';
import { upsertRows } from './upsert';
import { bothNames, i18nNames, instantOf } from './values';

const ON = 1;
const OTHER_REASON = 27;

/** Stages that a process no longer lists stay: histories still name them. */
export async function upsertProcesses(
  executor: Executor,
  list: readonly FeishuJobProcess[],
): Promise<Tally> {
  const done = await upsertRows(
    executor,
    processes,
    list.map((process) => ({
      id: process.id,
      ...bothNames(process.zh_name, process.en_name),
      type: process.type ?? 1,
    })),
    { key: ['id'] },
  );
  const stepped = await upsertRows(executor, stages, list.flatMap(stageRows), {
    key: ['processId', 'id'],
  });
  return sumTallies(done.tally, stepped.tally);
}

function stageRows(process: FeishuJobProcess) {
  let step: Step | undefined;
  return process.stage_list.map((stage, ordinal) => {
    step = stepOfStageType(stage.type, step);
    return {
      processId: process.id,
      id: stage.id,
      ordinal,
      ...bothNames(stage.zh_name, stage.en_name),
      type: stage.type,
      step: stepOrdinal(step),
    };
  });
}

/** Brings visits to the step their stage has now; answers the applications concerned. */
export async function restepVisits(executor: Executor): Promise<string[]> {
  const { rows } = await executor.execute<{ id: string }>(sql`
    update stage_visits v set step = s.step
      from applications a join jobs j on j.id = a.job_id, stages s
     where a.id = v.application_id and s.id = v.stage_id and s.process_id = j.process_id
       and v.step <> s.step
    returning v.application_id as id`);
  return [...new Set(rows.map((row) => row.id))];
}

export async function upsertResumeSources(
  executor: Executor,
  list: readonly FeishuResumeSource[],
): Promise<Tally> {
  const rows = list.map((source) => ({
    id: source.id,
    ...bothNames(source.zh_name, source.en_name),
    type: source.resume_source_type ?? 0,
    active: source.active_status ?? ON,
  }));
  return (await upsertRows(executor, resumeSources, rows, { key: ['id'] })).tally;
}

export async function upsertTerminationReasons(
  executor: Executor,
  list: readonly FeishuTerminationReason[],
): Promise<Tally> {
  const rows = list.map((reason) => ({
    id: reason.id,
    ...i18nNames(reason.name),
    type: reason.termination_type ?? OTHER_REASON,
    active: reason.active_status ?? ON,
  }));
  return (await upsertRows(executor, terminationReasons, rows, { key: ['id'] })).tally;
}

/** All of them at once: a role that is gone from the list is taken away here too. */
export async function replaceUserRoles(
  executor: Executor,
  list: readonly FeishuUserRole[],
): Promise<Tally> {
  const { tally } = await upsertRows(
    executor,
    userRoles,
    list.map((role) => ({
      openId: role.user_id,
      roleId: role.role_id,
      ...i18nNames(role.role_name),
      modifiedAt: instantOf(role.modify_time),
    })),
    { key: ['openId', 'roleId'] },
  );
  const kept = JSON.stringify(list.map((role) => ({ o: role.user_id, r: role.role_id })));
  const { rowCount } = await executor.execute(sql`
    delete from user_roles where (open_id, role_id) not in
      (select o, r from jsonb_to_recordset(${kept}::jsonb) as k(o text, r text))`);
  return { ...tally, deleted: rowCount ?? 0 };
}
