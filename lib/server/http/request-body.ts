import 'server-only';
import { AppError } from '@/lib/domain/app-error';

/** What a form of ours may weigh; a route that takes more says so. */
export const BODY_LIMIT = 64 * 1024;

/**
 * The JSON of a request, read no further than `limit` bytes whatever its headers claim.
 * @throws AppError PAYLOAD_TOO_LARGE, INVALID_INPUT
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const tooLarge = () => new AppError('PAYLOAD_TOO_LARGE', `At most ${limit} bytes`);
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new AppError('INVALID_INPUT', 'The body is not JSON');
  }
}
