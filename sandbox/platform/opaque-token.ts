import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** Fixed: a token means the same to every process, as a client that restarts may expect. */
const KEY = createHash('sha256').update('hire sandbox page token').digest();
const IV = Buffer.alloc(16);

/**
 * The token of pages whose sample cannot be read: base64 of base64 of two cipher blocks, as in
 * `eVQrYzJBNDNO…`. The text is at most 31 characters.
 */
export function writeOpaque(text: string): string {
  const cipher = createCipheriv('aes-256-cbc', KEY, IV);
  const sealed = Buffer.concat([cipher.update(text.padEnd(16)), cipher.final()]);
  return Buffer.from(sealed.toString('base64')).toString('base64');
}

/** The text of a token, or null when we did not write it. */
export function readOpaque(token: string): string | null {
  const sealed = Buffer.from(Buffer.from(token, 'base64').toString('utf8'), 'base64');
  if (sealed.length === 0 || sealed.length % 16 !== 0) return null;
  try {
    const decipher = createDecipheriv('aes-256-cbc', KEY, IV);
    return Buffer.concat([decipher.update(sealed), decipher.final()])
      .toString('utf8')
      .trimEnd();
  } catch {
    return null;
  }
}
