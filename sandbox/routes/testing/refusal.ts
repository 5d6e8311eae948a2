/**
 * What a call through the official client was refused with. It throws the HTTP error from 400 on,
 * and resolves a code other than 0 that came with 200. Fails when the call was not refused.
 */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ status: number; code: number | undefined }> {
  try {
    const body = await call;
    const code = codeIn(body);
    if (code === 0 || code === undefined) throw new Error('the call was not refused');
    return { status: 200, code };
  } catch (error) {
    const response = field(error, 'response');
    const status = field(response, 'status');
    if (typeof status !== 'number') throw error;
    return { status, code: codeIn(field(response, 'data')) };
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function codeIn(body: unknown): number | undefined {
  const code = field(body, 'code');
  return typeof code === 'number' ? code : undefined;
}
