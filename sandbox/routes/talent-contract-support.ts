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

/** Sends a named file; the official client sends a buffer as a part without a file name. */
export async function upload(
  sandbox: TestSandbox,
  name: string,
  bytes: Buffer,
  type = 'application/pdf',
) {
  const form = new FormData();
  form.append('content', new Blob([new Uint8Array(bytes)], { type }), name);
  const answer = await fetch(`${sandbox.url}/open-apis/hire/v1/attachments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await sandbox.tenantToken()}` },
    body: form,
  });
  return { status: answer.status, body: await answer.json() };
}
