import type { TestSandbox } from '@/sandbox/contract-support';

/** HTTP status and code of a call that the official client throws for. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; code: number }> {
  try {
    await call;
  } catch (error) {
    const response = Reflect.get(Object(error), 'response');
    return { status: response?.status, code: response?.data?.code };
  }
  throw new Error('the call was not refused');
}

/** The first row that passes, or a failure that says the world lacks one. */
export function pick<T>(rows: Iterable<T>, wanted: (row: T) => boolean = () => true): T {
  for (const row of rows) if (wanted(row)) return row;
  throw new Error('the world has no such row');
}

/** Every page of a list, walked by its token. */
export async function walk<T>(
  page: (token: string | undefined) => Promise<{
    data?: { items?: T[]; has_more?: boolean; page_token?: string };
  }>,
): Promise<T[]> {
  const rows: T[] = [];
  let token: string | undefined;
  do {
    const { data } = await page(token);
    rows.push(...(data?.items ?? []));
    token = data?.has_more ? data.page_token : undefined;
  } while (token !== undefined);
  return rows;
}

/** Nobody has this id: ids of talents have 30 behind the 7. */
export const NOBODY = '7300000000000000001';

export const fileOf = (sandbox: TestSandbox, talentId: string) =>
  sandbox.world.talentFiles.get(talentId);
