import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog, neverLog } from './log';
import { redact, scrub } from './redact';

const canary = {
  secret: 'canary-app-secret-0001',
  token: 't-canaryCANARY0123456789',
  jwt: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl',
  phone: '13812345678',
  email: 'canary.wang@example.com',
  name: '金丝雀',
};

function written(use: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  use(createLog('test', { level: 'debug', destination: { write: (line) => lines.push(line) } }));
  return lines.join('');
}

const expectClean = (text: string) => {
  for (const value of Object.values(canary)) expect(text).not.toContain(value);
};

describe('log', () => {
  test('keeps no secret, token, phone, e-mail or name under the keys they travel under', () => {
    const text = written((log) =>
      log.info(
        {
          app_secret: canary.secret,
          headers: { Authorization: `Bearer ${canary.token}`, Cookie: canary.secret },
          candidate: { name: canary.name, mobile: canary.phone, email: canary.email },
          talents: [{ basic_info: { name: canary.name, mobile_number: canary.phone } }],
          education: { zh_name: canary.name, fileName: `${canary.name}.pdf` },
          tenant_access_token: canary.token,
          endpoint: 'talents.list',
          count: 3,
        },
        'A page arrived',
      ),
    );
    expectClean(text);
    expect(text).toContain('"endpoint":"talents.list"');
    expect(text).toContain('"count":3');
  });

  test('cuts them out of messages, error texts, causes and stacks', () => {
    neverLog(canary.secret);
    const cause = new Error(`POST with ${canary.secret} for ${canary.email}`);
    const error = Object.assign(new Error(`Called ${canary.phone} with ${canary.jwt}`, { cause }), {
      code: 'ECONNRESET',
      email: canary.email,
    });
    const text = written((log) => {
      log.error(error);
      log.warn({ err: error }, `Bearer ${canary.token} and +86 ${canary.phone}`);
    });
    expectClean(text);
    expect(text).toContain('ECONNRESET');
  });

  test('writes one line of JSON a call with level, part and time', () => {
    const line = JSON.parse(written((log) => log.warn({ jobId: '7301234567890123456' }, 'Odd')));
    expect(line).toMatchObject({ level: 'warn', part: 'test', jobId: '7301234567890123456' });
    expect(Date.parse(line.time)).not.toBeNaN();
  });
});

describe('scrub', () => {
  test('leaves ids, instants and page tokens alone', () => {
    const line =
      '{"id":"7120138000000000123","at":1763827200000,"pageToken":"eyJvZmZzZXQiOjEwfQ=="}';
    expect(scrub(line)).toBe(line);
  });
});

describe('redact', () => {
  const sensitiveKey = fc.constantFrom(
    'appSecret',
    'app_secret',
    'Authorization',
    'set-cookie',
    'access_token',
    'refreshToken',
    'mobile_number',
    'phone',
    'email',
    'zh_name',
    'name',
    'content',
    'code_verifier',
  );
  const planted = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.integer(),
      fc.constant('plain'),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'rows', 'data'), tie('tree')),
      fc
        .tuple(sensitiveKey, fc.constantFrom('CANARY', ['CANARY'], { deep: 'CANARY' }))
        .map(([key, value]) => ({ [key]: value })),
    ),
  })).tree;

  test('lets no value out from under a sensitive key, however deep', () => {
    fc.assert(
      fc.property(planted, (value) => {
        expect(JSON.stringify(redact(value)) ?? '').not.toContain('CANARY');
      }),
      { seed: 2026, numRuns: 500 },
    );
  });

  test('survives what holds itself', () => {
    const ring: Record<string, unknown> = { a: 1 };
    ring.self = ring;
    expect(JSON.stringify(redact(ring))).toContain('[deep]');
  });
});
