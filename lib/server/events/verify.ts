import 'server-only';
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { EventEnvelope, UrlCheck } from './envelope';

/**
 * How old a signed request may be. Feishu delivers again for more than seven hours and does not say
 * whether it signs anew each time; `event_id` is what stops a replay within them.
 */
const OLDEST_MS = 8 * 60 * 60_000;
const AHEAD_MS = 10 * 60_000;
const IV_BYTES = 16;

export type CallbackSecrets = { appId: string; encryptKey: string; verificationToken: string };
export type SignatureHeaders = {
  timestamp: string | null;
  nonce: string | null;
  signature: string | null;
};
export type Verified =
  | { kind: 'url_check'; challenge: string }
  | { kind: 'event'; envelope: EventEnvelope }
  /** `malformed`: signed by Feishu and still not an event. The rest was not sent by Feishu to us. */
  | { kind: 'refused'; why: 'malformed' | 'unsigned' | 'signature' | 'expired' | 'stranger' };

/**
 * Whether a request to the callback is Feishu's, and what it says (CONTRACT section 3.1). Pure. Only
 * encrypted bodies are taken; the URL check alone comes without a signature.
 * @param now epoch milliseconds
 */
export function verifyCallback(
  raw: Buffer,
  headers: SignatureHeaders,
  secrets: CallbackSecrets,
  now: number,
): Verified {
  const signed = checkSignature(raw, headers, secrets.encryptKey, now);
  const body = decrypted(raw, secrets.encryptKey);
  if (body === undefined) return refused(signed === 'ours' ? 'malformed' : 'unsigned');
  const check = UrlCheck.safeParse(body);
  if (check.success) {
    return same(check.data.token, secrets.verificationToken)
      ? { kind: 'url_check', challenge: check.data.challenge }
      : refused('stranger');
  }
  if (signed !== 'ours') return refused(signed);
  const parsed = EventEnvelope.safeParse(body);
  if (!parsed.success) return refused('malformed');
  const { app_id, token } = parsed.data.header;
  return app_id === secrets.appId && same(token ?? '', secrets.verificationToken)
    ? { kind: 'event', envelope: parsed.data }
    : refused('stranger');
}

const refused = (why: Extract<Verified, { kind: 'refused' }>['why']): Verified => ({
  kind: 'refused',
  why,
});

/** Hex SHA-256 of timestamp, nonce, encrypt key and the body's own bytes. Seconds on the wire. */
function checkSignature(
  raw: Buffer,
  { timestamp, nonce, signature }: SignatureHeaders,
  encryptKey: string,
  now: number,
): 'ours' | 'unsigned' | 'signature' | 'expired' {
  if (!timestamp || !nonce || !signature) return 'unsigned';
  const expected = createHash('sha256')
    .update(timestamp + nonce + encryptKey)
    .update(raw);
  if (!same(signature, expected.digest('hex'))) return 'signature';
  const age = now - Number(timestamp) * 1000;
  return age <= OLDEST_MS && age >= -AHEAD_MS ? 'ours' : 'expired';
}

const Encrypted = z.object({ encrypt: z.string() });

/** The JSON inside `{encrypt}`: base64 of a 16-byte IV and AES-256-CBC under SHA-256 of the key. */
function decrypted(raw: Buffer, encryptKey: string): unknown {
  try {
    const { encrypt } = Encrypted.parse(JSON.parse(raw.toString('utf8')));
    const bytes = Buffer.from(encrypt, 'base64');
    const key = createHash('sha256').update(encryptKey).digest();
    const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, IV_BYTES));
    const plain = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES)), decipher.final()]);
    return JSON.parse(plain.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Equal, in a time that does not tell how far they agree. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
