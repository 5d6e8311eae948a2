import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '@/lib/testing/database';
import { faultScene } from './scene';

const scene = faultScene({ size: 80, seed: 5 });
const { database, sandbox, rounds } = scene;
beforeEach(async () => {
  await emptyDatabase(database);
  await sandbox.control('DELETE', '/faults');
});

const SOON = { timeout: 20_000, interval: 10 };
const APPLICATION = 'hire.v1.application.get';
const LISTS = [
  'hire.v1.application.list',
  'hire.v1.talent.list',
  'hire.v1.evaluation.list',
  'hire.v1.interview.list',
  'hire.v1.job.list',
];

type Faulty = [what: string, faults: (seed: number) => Record<string, unknown>[]];
/** What comes and goes while everything is read for the first time, each drawn by its round. */
const OFTEN: Faulty[] = [
  ['5 % of all calls fail with 5xx', (seed) => [{ endpoint: '*', status: 502, rate: 0.05, seed }]],
  [
    '2 % of connections drop before the call, 2 % after',
    (seed) => [
      { endpoint: '*', drop: 'before', rate: 0.02, seed },
      { endpoint: '*', drop: 'after', rate: 0.02, seed: seed + 1 },
    ],
  ],
  [
    'bursts of 429 come',
    (seed) => [
      { endpoint: APPLICATION, status: 429, code: 99991400, rate: 0.1, seed, times: 12 },
      { endpoint: 'hire.v1.talent.list', status: 429, code: 99991400, times: 3 },
      { endpoint: '*', status: 429, code: 99991400, rate: 0.02, seed: seed + 1, times: 5 },
    ],
  ],
  ['some replies are not JSON', (seed) => [{ endpoint: '*', malformed: true, rate: 0.03, seed }]],
];
const SELDOM: Faulty[] = [
  [
    '5 % of all calls fail with a system error in the envelope',
    (seed) => [{ endpoint: '*', status: 500, code: 1002001, rate: 0.05, seed }],
  ],
  ['some replies end half-way', (seed) => [{ endpoint: '*', truncate: 'body', rate: 0.03, seed }]],
  [
    'everything of that comes at once',
    (seed) => [
      { endpoint: '*', status: 503, rate: 0.03, seed },
      { endpoint: '*', drop: 'after', rate: 0.03, seed: seed + 1 },
      { endpoint: '*', malformed: true, rate: 0.02, seed: seed + 2 },
      { endpoint: '*', status: 429, code: 99991400, rate: 0.02, seed: seed + 3, times: 8 },
    ],
  ],
];

describe.each(scene.whole ? [...OFTEN, ...SELDOM] : OFTEN)('while %s', (_, faults) => {
  it.each(rounds)('everything is read all the same (round %i)', async (round) => {
    const deps = await scene.deps();
    const sync = await scene.start(deps);
    for (const fault of faults(round * 100)) await scene.fault(fault);
    await scene.round(sync);
    await scene.round(sync);
    expect(await scene.met()).toBeGreaterThan(0);
    expect(await scene.heal(deps)).toEqual([]);
  });
});

describe('pages that lack rows without a word', () => {
  it.each(rounds)('are made good by the next reading of everything (round %i)', async (round) => {
    const deps = await scene.deps();
    const sync = await scene.start(deps);
    for (const endpoint of LISTS) {
      await scene.fault({ endpoint, truncate: 'rows', rate: 0.5, seed: round });
    }
    await scene.round(sync);
    await scene.round(sync);
    expect(await scene.met()).toBeGreaterThan(0);
    expect(await scene.heal(deps, true)).toEqual([]);
  });
});

describe('a token', () => {
  it.each(rounds)('revoked in the middle of pages loses none of them (round %i)', async (round) => {
    const deps = await scene.deps();
    const sync = await scene.start(deps);
    const calls = async () => (await sandbox.requests()).byEndpoint[APPLICATION]?.count ?? 0;
    const reading = scene.round(sync);
    for (const at of [1, 10 + round, 30 + round, 50 + round]) {
      await expect.poll(calls, SOON).toBeGreaterThanOrEqual(Math.min(at, 70));
      await sandbox.control('DELETE', '/tokens');
    }
    await reading;
    expect(await scene.heal(deps)).toEqual([]);
  });
});

describe('replies that come after the client has given up', () => {
  it.each(rounds)('are asked for again (round %i)', async (round) => {
    // Thirty seconds against ten, both made shorter alike.
    const deps = await scene.deps({ headersMs: 200, totalMs: 400 });
    const sync = await scene.start(deps);
    await scene.fault({ endpoint: '*', delayMs: 600, rate: 0.03, seed: round });
    await scene.round(sync);
    expect(await scene.met()).toBeGreaterThan(0);
    expect(await scene.heal(await scene.deps())).toEqual([]);
  });
});
