import { createCipheriv, createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type SignatureHeaders, verifyCallback } from './verify';

const NOW = Date.parse('2026-11-20T03:00:00Z');
const HOUR = 3_600_000;
const secrets = { appId: 'cli_1', encryptKey: 'test key', verificationToken: 'the token' };
const event = {
  schema: '2.0',
  header: {
    event_id: 'e1',
    event_type: 'hire.application.stage_changed_v1',
    create_time: '1795143600000',
    token: 'the token',
    app_id: 'cli_1',
    tenant_key: 'tk',
  },
  event: { application_id: '7' },
};

function encrypted(value: unknown, key = secrets.encryptKey): Buffer {
  const iv = Buffer.alloc(16, 7);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const bytes = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.from(JSON.stringify({ encrypt: bytes.toString('base64') }));
}
function signed(raw: Buffer, at = NOW, key = secrets.encryptKey) {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHash('sha256').update(`${timestamp}n1${key}`).update(raw).digest('hex');
  return { timestamp, nonce: 'n1', signature };
}
const none = { timestamp: null, nonce: null, signature: null };
const why = (raw: Buffer, headers: SignatureHeaders = signed(raw)) => {
  const verified = verifyCallback(raw, headers, secrets, NOW);
  return verified.kind === 'refused' ? verified.why : verified.kind;
};

describe('a request to the callback', () => {
  it('is Feishu’s when it is encrypted and signed for this app', () => {
    const raw = encrypted(event);
    expect(verifyCallback(raw, signed(raw), secrets, NOW)).toMatchObject({
      kind: 'event',
      envelope: { header: { event_id: 'e1', create_time: new Date(1795143600000) } },
    });
  });

  it('opens what the documentation’s own vector holds', () => {
    const raw = Buffer.from('{"encrypt":"P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk="}');
    // `hello world` is no JSON: decrypted, it is malformed; with another key it would be as well,
    // so the same bytes are held against a key that fails to decrypt before.
    expect(why(raw)).toBe('malformed');
  });

  it('says the challenge back without a signature, to who knows the token', () => {
    const check = { type: 'url_verification', challenge: 'c', token: 'the token' };
    const raw = encrypted(check);
    expect(verifyCallback(raw, none, secrets, NOW)).toEqual({ kind: 'url_check', challenge: 'c' });
    expect(why(encrypted({ ...check, token: 'another' }), none)).toBe('stranger');
  });

  it.each([
    ['not signed', encrypted(event), none, 'unsigned'],
    [
      'signed with another key',
      encrypted(event),
      signed(encrypted(event), NOW, 'other'),
      'signature',
    ],
    ['signed for other bytes', encrypted(event), signed(Buffer.from('{}')), 'signature'],
    ['encrypted with another key', encrypted(event, 'other'), undefined, 'malformed'],
    ['in plain text', Buffer.from(JSON.stringify(event)), none, 'unsigned'],
    ['no JSON', Buffer.from('<xml/>'), none, 'unsigned'],
    [
      'of another app',
      encrypted({ ...event, header: { ...event.header, app_id: 'x' } }),
      undefined,
      'stranger',
    ],
    [
      'with another token',
      encrypted({ ...event, header: { ...event.header, token: 'x' } }),
      undefined,
      'stranger',
    ],
    [
      'without an event id',
      encrypted({ ...event, header: { ...event.header, event_id: '' } }),
      undefined,
      'malformed',
    ],
  ] as const)('is refused when it is %s', (_what, raw, headers, expected) => {
    expect(why(raw, headers ?? signed(raw))).toBe(expected);
  });

  it('counts for eight hours, for Feishu delivers again for more than seven', () => {
    const raw = encrypted(event);
    expect(why(raw, signed(raw, NOW - 7.5 * HOUR))).toBe('event');
    expect(why(raw, signed(raw, NOW - 8.1 * HOUR))).toBe('expired');
    expect(why(raw, signed(raw, NOW + HOUR))).toBe('expired');
  });

  it('keeps a body’s own spaces in what is signed', () => {
    const { encrypt } = JSON.parse(encrypted(event).toString()) as { encrypt: string };
    const spaced = Buffer.from(`{ "encrypt" : "${encrypt}" }\n`);
    expect(why(spaced, signed(spaced))).toBe('event');
    expect(why(spaced, signed(encrypted(event)))).toBe('signature');
  });

  it('tells milliseconds from microseconds', () => {
    const raw = encrypted({
      ...event,
      header: { ...event.header, create_time: '1795143600000123' },
    });
    expect(verifyCallback(raw, signed(raw), secrets, NOW)).toMatchObject({
      envelope: { header: { create_time: new Date(1795143600000) } },
    });
  });
});
