import { describe, expect, test } from 'vitest';
import { type Decision, decideRetry, type Failure, resetMs } from './retry';

const read: Failure = {
  endpoint: 'applications.get',
  write: false,
  attempt: 1,
  maxAttempts: 6,
  patienceMs: 300_000,
};
const write: Failure = { ...read, endpoint: 'applications.transferStage', write: true };
const half = () => 0.5;

const table: [title: string, failure: Failure, decision: Partial<Decision>][] = [
  [
    'a read that met 500 without a code backs off',
    { ...read, status: 500 },
    { retry: true, waitMs: 250 },
  ],
  [
    'a read that met 503 backs off longer each time',
    { ...read, status: 503, attempt: 3 },
    { retry: true, waitMs: 1000 },
  ],
  [
    'a back-off has a ceiling',
    { ...read, status: 503, attempt: 20, maxAttempts: 99 },
    { retry: true, waitMs: 15_000 },
  ],
  [
    'a read that timed out is asked again',
    { ...read, transport: 'timeout' },
    { retry: true, waitMs: 250 },
  ],
  [
    'a read whose connection broke is asked again',
    { ...read, transport: 'network' },
    { retry: true },
  ],
  [
    'a read that met the system error is asked again',
    { ...read, status: 500, code: 1002001 },
    { retry: true },
  ],
  [
    'also where it comes as HTTP 200 (tests/search)',
    { ...read, endpoint: 'tests.search', status: 200, code: 1002001 },
    { retry: true },
  ],
  [
    'a read gives up after its last attempt',
    { ...read, status: 500, attempt: 6 },
    { retry: false },
  ],
  [
    'a person is not kept waiting for a long back-off',
    { ...read, status: 500, attempt: 5, patienceMs: 1000 },
    { retry: false },
  ],

  [
    'a write that timed out is never repeated',
    { ...write, transport: 'timeout' },
    { retry: false },
  ],
  [
    'a write whose connection broke is never repeated',
    { ...write, transport: 'network' },
    { retry: false },
  ],
  ['a write that met 502 is never repeated', { ...write, status: 502 }, { retry: false }],
  [
    'a write that met the system error is never repeated',
    { ...write, status: 500, code: 1002001 },
    { retry: false },
  ],
  [
    'a sign-in code is never used twice',
    { ...write, endpoint: 'oauth.token', status: 503, code: 20072 },
    { retry: false },
  ],

  [
    'a refusal that comes as HTTP 500 is final',
    { ...read, status: 500, code: 1002062 },
    { retry: false, reason: 'refused' },
  ],
  [
    'a refusal that comes as HTTP 400 is final',
    { ...write, status: 400, code: 1002211 },
    { retry: false, reason: 'refused' },
  ],
  [
    'a refusal that comes as HTTP 200 is final',
    { ...read, endpoint: 'oauth.userInfo', status: 200, code: 20005 },
    { retry: false },
  ],
  ['a missing scope is final', { ...read, status: 400, code: 99991672 }, { retry: false }],
  ['the month being used up is final', { ...read, status: 400, code: 99991403 }, { retry: false }],
  [
    'an HTML page with HTTP 404 is final',
    { ...read, status: 404 },
    { retry: false, reason: 'unusable answer' },
  ],

  [
    '429 waits what the header says',
    { ...read, status: 429, code: 99991400, resetHeader: '52' },
    { retry: true, waitMs: 52_000, pauseMs: 52_000 },
  ],
  [
    'so does the same as HTTP 400, as old APIs answer',
    { ...read, status: 400, code: 99991400, resetHeader: '3' },
    { retry: true, waitMs: 3000, pauseMs: 3000 },
  ],
  [
    '429 without a body counts as well',
    { ...read, status: 429, resetHeader: '2' },
    { retry: true, pauseMs: 2000 },
  ],
  [
    'a write turned away by the limit did nothing and is repeated',
    { ...write, status: 429, code: 99991400, resetHeader: '1' },
    { retry: true, pauseMs: 1000 },
  ],
  [
    'the API pauses even where this caller gives up',
    { ...read, status: 429, code: 99991400, resetHeader: '52', patienceMs: 8000 },
    { retry: false, pauseMs: 52_000 },
  ],

  [
    'an invalid token as HTTP 400 is renewed once',
    { ...read, status: 400, code: 99991663 },
    { retry: true, waitMs: 0, renewToken: true },
  ],
  [
    'an invalid token as HTTP 200 is renewed once',
    { ...read, status: 200, code: 99991663 },
    { retry: true, renewToken: true },
  ],
  [
    'a write turned away for its token did nothing and is repeated',
    { ...write, status: 400, code: 99991663 },
    { retry: true, renewToken: true },
  ],
  [
    'a renewed token that is refused again is final',
    { ...read, status: 400, code: 99991663, renewed: true },
    { retry: false },
  ],
];

describe('decideRetry', () => {
  test.each(table)('%s', (_, failure, decision) => {
    expect(decideRetry(failure, half)).toMatchObject(decision);
  });

  test('jitters over the whole span', () => {
    const failure: Failure = { ...read, status: 500, attempt: 4 };
    expect(decideRetry(failure, () => 0)).toMatchObject({ waitMs: 0 });
    expect(decideRetry(failure, () => 0.999999)).toMatchObject({ waitMs: 4000 });
  });
});

describe('resetMs', () => {
  test.each([
    ['52', 52_000],
    ['0', 1000],
    ['999999', 300_000],
    ['-1', 5000],
    ['abc', 5000],
    ['', 5000],
    [null, 5000],
    [undefined, 5000],
  ])('reads %j as %i ms', (header, expected) => expect(resetMs(header)).toBe(expected));
});
