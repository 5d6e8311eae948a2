import 'server-only';
import { env } from '@/lib/server/base/env';
import { createLog } from '@/lib/server/base/log';
import { mirrorState } from '@/lib/server/db/schema/operations';
import { runtime } from '@/lib/server/runtime';
import { keepEvent } from './inbox';
import { verifyCallback } from './verify';

const BODY_MAX = 1024 * 1024;
const log = createLog('events');

/**
 * Answers one request to the callback: 200 once the event is stored (Feishu then forgets it), 401
 * where it is not Feishu's, 503 where it could not be stored, so that Feishu delivers it again.
 */
export async function receiveCallback(request: Request): Promise<Response> {
  const { FEISHU_APP_ID, FEISHU_ENCRYPT_KEY, FEISHU_VERIFICATION_TOKEN } = env();
  if (!FEISHU_ENCRYPT_KEY || !FEISHU_VERIFICATION_TOKEN) {
    log.warn('An event came, but FEISHU_ENCRYPT_KEY or FEISHU_VERIFICATION_TOKEN is not set');
    return answer(503, { message: 'events are not configured' });
  }
  const raw = await readAll(request);
  if (raw === undefined) return answer(413, { message: 'too large' });
  const { headers } = request;
  const now = Date.now();
  const verified = verifyCallback(
    raw,
    {
      timestamp: headers.get('x-lark-request-timestamp'),
      nonce: headers.get('x-lark-request-nonce'),
      signature: headers.get('x-lark-signature'),
    },
    {
      appId: FEISHU_APP_ID,
      encryptKey: FEISHU_ENCRYPT_KEY,
      verificationToken: FEISHU_VERIFICATION_TOKEN,
    },
    now,
  );
  switch (verified.kind) {
    case 'url_check':
      return answer(200, { challenge: verified.challenge });
    case 'refused':
      log.warn({ why: verified.why, bytes: raw.length }, 'a request to the callback was refused');
      return answer(verified.why === 'malformed' ? 400 : 401, { message: verified.why });
    case 'event':
      break;
  }
  const { envelope } = verified;
  try {
    const { db } = runtime();
    const [mirror] = await db.select({ tenantKey: mirrorState.tenantKey }).from(mirrorState);
    if (mirror?.tenantKey && mirror.tenantKey !== envelope.header.tenant_key) {
      log.warn({ why: 'tenant' }, 'an event of another tenant was refused');
      return answer(401, { message: 'stranger' });
    }
    await keepEvent(db, envelope, 'webhook', new Date(now));
  } catch (error) {
    log.error({ err: error, eventId: envelope.header.event_id }, 'an event could not be stored');
    return answer(503, { message: 'try again' });
  }
  runtime().wakeInbox?.();
  return answer(200, {});
}

const answer = (status: number, body: Record<string, string>): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });

/** The body's own bytes, which are what was signed; undefined beyond the limit. */
async function readAll(request: Request): Promise<Buffer | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_MAX) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_MAX) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
