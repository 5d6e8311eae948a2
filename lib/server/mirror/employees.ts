import 'server-only';
import type { Executor } from '@/lib/server/db/pool';
import { employees } from '@/lib/server/db/schema/process-records';
import type { FeishuEmployee } from '@/lib/server/feishu/wire/employees';
import { noteProcessChanges } from './application-changes';
import type { MirrorContext } from './context';
import { type Upserted, upsertRows } from './upsert';
import { instantOf } from './values';

export async function upsertEmployees(
  executor: Executor,
  list: readonly FeishuEmployee[],
  context: MirrorContext,
): Promise<Upserted> {
  const rows = list.map((employee) => ({
    id: employee.id,
    applicationId: employee.application_id,
    onboardStatus: employee.onboard_status ?? 1,
    onboardAt: instantOf(employee.onboard_time),
    expectedConversionAt: instantOf(employee.expected_conversion_time),
  }));
  const done = await upsertRows(executor, employees, rows, { key: ['id'] });
  await noteProcessChanges(executor, 'onboarding', rows, done, context);
  return done;
}
