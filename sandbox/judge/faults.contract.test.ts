import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import type { Endpoint } from '@/sandbox/platform/contract';
import { type Fault, FaultSchema } from '@/sandbox/platform/faults';
import { Random } from '@/sandbox/world/random';
import { digest } from '@/sandbox/world/testing/digest';
import { covered, guarded } from './coverage';
import { listProblems } from './lists';
import { focusOn } from './pools';
import { type RandomCall, randomCall } from './random-calls';
import { hasBody, isUpload, pathOf } from './sample';
import { tokenFor } from './tokens';
import { brokenRules } from './world-rules';

type Kind = Partial<Omit<Fault, 'endpoint' | 'times' | 'seed' | 'rate'>>;
/** Nothing has happened when the client hears of these. */
const BEFORE: Kind[] = [{ status: 503 }, { status: 500, code: 1002001 }, { drop: 'before' }];
/** What was asked for has happened, whatever the client hears. */
const AFTER: Kind[] = [
  { delayMs: 1 },
  { drop: 'after' },
  { malformed: true },
  { truncate: 'rows' },
  { truncate: 'body' },
];
/** How often a call is drawn anew until one is answered with success. */
const TRIES = 4;

/** Two equal worlds: one meets the faults, the other only what must have happened all the same. */
let sandbox: TestSandbox;
let twin: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 120 });
  twin = await startSandbox({ size: 120 });
});
afterAll(async () => {
  await sandbox.close();
  await twin.close();
});

const send = (to: TestSandbox, { endpoint, path, body }: RandomCall) =>
  to
    .call(endpoint.method, path, { token: tokenFor(to, endpoint), body })
    .then(({ body: reply }) => reply?.code as unknown)
    .catch(() => 'cut');

/** Sends one call into the fault; what the twin answered that met none. */
async function meet(endpoint: Endpoint, kind: Kind, random: Random, happens: boolean) {
  const focus = focusOn(sandbox.store, random, endpoint.id);
  if (!focus) throw new Error('the world is empty');
  const call = randomCall(endpoint, focus);
  sandbox.app.faults.add({ endpoint: endpoint.id, times: 1, seed: 1, ...kind });
  await send(sandbox, call);
  const plain = happens ? await send(twin, call) : 0;
  sandbox.app.faults.clear();
  return plain;
}

const writesDone = new Set<string>();
const rows = guarded
  .filter((endpoint) => !isUpload(endpoint))
  .map((endpoint) => [endpoint.id, endpoint] as const);

describe.each(rows)('%s', (id, endpoint) => {
  it('leaves the world as it must be, whatever fault a call meets', async () => {
    const random = Random.of(7, id);
    for (const kind of BEFORE) await meet(endpoint, kind, random, false);
    expect(digest(sandbox.world)).toBe(digest(twin.world));
    for (const kind of AFTER) {
      for (let tries = 0; tries < TRIES; tries += 1) {
        if ((await meet(endpoint, kind, random, true)) !== 0) continue;
        if (hasBody(endpoint)) writesDone.add(id);
        break;
      }
    }
    expect(digest(sandbox.world)).toBe(digest(twin.world));
    expect(brokenRules(sandbox.app)).toEqual([]);
  });
});

describe.each(covered.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (id, endpoint) => {
  it('can be made to answer each code that its page prints', async () => {
    const { app } = sandbox;
    const body = { app_id: app.appId, app_secret: app.secret, client_id: app.appId };
    const token = endpoint.tokens.length === 0 ? null : tokenFor(sandbox, endpoint);
    for (const [code, { http }] of endpoint.errors) {
      app.faults.add({ endpoint: id, status: http ?? 400, code, times: 1, seed: 1 });
      const answer = await sandbox.call(endpoint.method, pathOf(endpoint), {
        token,
        body: hasBody(endpoint) ? body : undefined,
      });
      expect(answer).toMatchObject({ status: http ?? 400, body: { code } });
    }
    expect(app.faults.list()).toEqual([]);
  });
});

describe('after all of them', () => {
  it('the lists give what the world holds, and writes have happened', async () => {
    expect(await listProblems(sandbox)).toEqual([]);
    expect(digest(sandbox.world)).toBe(digest(twin.world));
    expect([...writesDone].length).toBeGreaterThan(20);
    expect([...sandbox.violations, ...twin.violations]).toEqual([]);
  });

  it('every kind of fault there is has been met', () => {
    const kinds = Object.keys(FaultSchema.shape).filter(
      (key) => !['endpoint', 'msg', 'times', 'rate', 'seed'].includes(key),
    );
    const met = [...BEFORE, ...AFTER].flatMap((kind) => Object.keys(kind));
    expect([...new Set(met)].sort()).toEqual(kinds.sort());
  });
});
