import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { NOW, startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { Random } from '@/sandbox/world/random';
import { openWorld } from '@/sandbox/world/store';
import { digest } from '@/sandbox/world/testing/digest';
import { forbiddenBy, stateOf } from './call-rules';
import { guarded } from './coverage';
import { listProblems } from './lists';
import { focusOn } from './pools';
import { ACTS, randomAct } from './random-acts';
import { randomCall } from './random-calls';
import { isUpload } from './sample';
import { tokenFor } from './tokens';
import { brokenRules } from './world-rules';

/** Change it to walk other paths; a failure prints it with the path to the shortest sequence. */
const SEED = 20_261_122;
const SIZE = 60;

/** What the state rules of CONTRACT section 5 are about. */
const CORE =
  /application\.(transfer|terminate|recover|create|cancel)|\.offer\.|employee\.patch|note\.|talent\.tag/;
const calls = guarded.filter((endpoint) => !isUpload(endpoint));
const writes = calls.filter(({ method }) => method !== 'GET');
const core = writes.filter(({ id }) => CORE.test(id));
const reads = calls.filter(({ method }) => method === 'GET');
const acts = [
  ...ACTS,
  ...['apply', 'move', 'lock', 'create-offer', 'offer-status'].flatMap(fourTimes),
];
function fourTimes<T>(one: T): T[] {
  return [one, one, one, one];
}

type Step = { seed: number; wait: number };
const steps = fc.array(
  fc.record({
    // A smaller seed is another step, not a simpler one.
    seed: fc.noShrink(fc.nat()),
    wait: fc.noShrink(fc.constantFrom(0, 1_000, 3_600_000, 4 * 86_400_000)),
  }),
  { minLength: 1, maxLength: 200, size: 'max' },
);

const effects = new Set<string>();
const answered = new Set<string>();
const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

async function takeAct(sandbox: TestSandbox, random: Random): Promise<void> {
  const name = random.pick(acts);
  const focus = focusOn(sandbox.store, random, name);
  const act = focus && randomAct(name, focus);
  if (!act) return;
  const { status } = await sandbox.post('/_sandbox/acts', act, { token: null });
  expect(status, JSON.stringify(act)).toBeLessThan(500);
  expect(brokenRules(sandbox.app), JSON.stringify(act)).toEqual([]);
}

async function take(sandbox: TestSandbox, step: Step): Promise<void> {
  sandbox.advance(step.wait);
  const random = new Random(step.seed);
  if (random.chance(0.35)) return takeAct(sandbox, random);
  const from = random.weighted([core, writes, reads], (one) => (one === core ? 4 : 1));
  const called = random.pick(from);
  const focus = focusOn(sandbox.store, random, called.id);
  if (!focus) return;
  const { endpoint, path, body } = randomCall(called, focus);
  const before = stateOf(sandbox.app);
  const token = tokenFor(sandbox, endpoint);
  const answer = await sandbox.call(endpoint.method, path, { token, body });
  const said = `${endpoint.method} ${path} ${JSON.stringify(body)} → ${answer.body.code}`;
  if (answer.body.code === 0) answered.add(endpoint.id);
  expect(forbiddenBy(sandbox.app, before, endpoint.id, answer.body.code !== 0), said).toEqual([]);
  expect(brokenRules(sandbox.app), said).toEqual([]);
  expect(sandbox.violations, said).toEqual([]);
}

it('keeps every rule through any sequence of calls and acts', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const dir = mkdtempSync(join(tmpdir(), 'sandbox-walk-'));
      directories.push(dir);
      const options = { dir, seed: 3, size: SIZE, now: NOW };
      const sandbox = await startSandbox({
        world: (realNow) => openWorld({ ...options, realNow }),
      });
      try {
        for (const step of sequence) await take(sandbox, step);
        expect(await listProblems(sandbox)).toEqual([]);
        for (const kind of Object.keys(sandbox.app.log.summary().effects)) effects.add(kind);
        const again = openWorld(options);
        expect(digest(again.world)).toBe(digest(sandbox.world));
        expect(digest(again.index)).toBe(digest(sandbox.store.index));
      } finally {
        await sandbox.close();
        rmSync(dir, { recursive: true, force: true });
      }
    }),
    {
      numRuns: 20,
      seed: SEED,
      plugins: [fc.unbiased()],
      interruptAfterTimeLimit: 240_000,
      markInterruptAsFailure: true,
    },
  );
}, 300_000);

it('has seen the writes take effect that the rules are about', () => {
  expect([...effects]).toEqual(
    expect.arrayContaining([
      'application.created',
      'application.moved',
      'application.onboarded',
      'application.recovered',
      'application.terminated',
      'employee.returned',
      'offer.changed',
      'offer.created',
      'talent.locked',
      'talent.tagged',
    ]),
  );
  expect([...answered]).toEqual(
    expect.arrayContaining([
      'hire.v1.application.create',
      'hire.v1.application.recover',
      'hire.v1.application.terminate',
      'hire.v1.application.transferOnboard',
      'hire.v1.application.transferStage',
      'hire.v1.employee.patch',
      'hire.v1.note.create',
      'hire.v1.offer.offerStatus',
    ]),
  );
});
