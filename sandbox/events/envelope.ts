import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { HireEvent } from './hire-event';

/** Whose event it is, as `header` tells it. */
export type Sender = { appId: string; verificationToken: string; tenantKey: string };

export const newEventId = (): string => randomBytes(16).toString('hex');

/**
 * Schema 2.0 (CONTRACT section 3.1, 2) as compact JSON. `at` is epoch ms; the unit of `create_time`
 * is what the pages disagree about.
 */
export function envelopeOf(
  { type, event }: HireEvent,
  eventId: string,
  at: number,
  unit: 'ms' | 'us',
  sender: Sender,
): string {
  const header = {
    event_id: eventId,
    event_type: type,
    create_time: unit === 'us' ? `${at}000` : String(at),
    token: sender.verificationToken,
    app_id: sender.appId,
    tenant_key: sender.tenantKey,
  };
  return JSON.stringify({ schema: '2.0', header, event });
}

/** AES-256-CBC under the hash of the Encrypt Key, the IV in front (CONTRACT section 3.1, 3). */
export function encrypt(encryptKey: string, text: string, iv = randomBytes(16)): string {
  const key = createHash('sha256').update(encryptKey).digest();
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** What is posted: encrypted where there is a key. */
export const bodyOf = (text: string, encryptKey: string | null): string =>
  encryptKey === null ? text : JSON.stringify({ encrypt: encrypt(encryptKey, text) });

/** CONTRACT section 3.1, 4. Time is real, for receivers hold it against their own clock. */
export function signatureHeaders(body: string, encryptKey: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = randomBytes(8).toString('hex');
  const signature = createHash('sha256')
    .update(timestamp + nonce + encryptKey + body)
    .digest('hex');
  return {
    'X-Lark-Request-Timestamp': timestamp,
    'X-Lark-Request-Nonce': nonce,
    'X-Lark-Signature': signature,
  };
}
