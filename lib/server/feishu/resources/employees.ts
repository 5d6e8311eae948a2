import 'server-only';
import { z } from 'zod';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { isMissing } from '@/lib/server/feishu/errors';
import { FeishuEmployee } from '@/lib/server/feishu/wire/employees';
import { EMPLOYEE_TYPE_IDS, LEVEL_IDS, USER_IDS } from './query';

const Employee = z.object({ employee: FeishuEmployee.optional() });

/** The onboarding record of an application, undefined while there is none (1002903). */
export async function getEmployeeByApplication(
  client: FeishuClient,
  applicationId: string,
): Promise<FeishuEmployee | undefined> {
  try {
    const { employee } = await client.call('employees.getByApplication', {
      query: {
        application_id: applicationId,
        ...USER_IDS,
        // This endpoint knows no open department ids.
        department_id_type: 'department_id',
        ...LEVEL_IDS,
        ...EMPLOYEE_TYPE_IDS,
      },
      response: Employee,
    });
    return employee;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
