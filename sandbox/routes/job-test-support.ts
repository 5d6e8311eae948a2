import type { TestSandbox } from '@/sandbox/contract-support';
import { digitsOf } from '@/sandbox/platform/id-forms';
import type { Job } from '@/sandbox/world/types';

/** What a refused call of the official client was answered: it throws what axios threw. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; code: number }> {
  try {
    await call;
  } catch (error) {
    const { response } = error as { response?: { status: number; data: { code: number } } };
    if (response) return { status: response.status, code: response.data.code };
    throw error;
  }
  throw new Error('the call was not refused');
}

/** The first row that passes, or a failure that says the world lacks one. */
export function pick<T>(rows: Iterable<T>, wanted: (row: T) => boolean = () => true): T {
  for (const row of rows) if (wanted(row)) return row;
  throw new Error('the world has no such row');
}

type Page<T> = { data?: { items?: T[]; has_more?: boolean; page_token?: string } };

/** Every page of a list, walked by its token. */
export async function walk<T>(page: (token: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = [];
  let token: string | undefined;
  do {
    const { data } = await page(token);
    rows.push(...(data?.items ?? []));
    if (Boolean(data?.page_token) !== Boolean(data?.has_more)) throw new Error('a stray token');
    token = data?.has_more ? data.page_token : undefined;
  } while (token !== undefined);
  return rows;
}

/** The least a new job needs, after the pattern of one that is there. */
export function newJob({ world }: TestSandbox, model: Job) {
  const [recruiter, manager] = world.people;
  return {
    title: '数据平台工程师',
    job_managers: {
      recruiter_id: recruiter?.openId ?? '',
      hiring_manager_id_list: [manager?.openId ?? ''],
    },
    job_process_id: model.processId,
    process_type: model.processType,
    department_id: model.departmentId,
    is_never_expired: true,
    job_type_id: model.typeId,
    recruitment_type_id: model.recruitmentTypeId,
  };
}

export const levelIdOf = (name: string) => digitsOf(`level:${name}`);
export const familyIdOf = (zh: string) => digitsOf(`category:${zh}`);
