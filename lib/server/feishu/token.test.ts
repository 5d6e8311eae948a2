import { describe, expect, test } from 'vitest';
import { createManualClock } from '@/lib/testing/manual-clock';
import { createTokenHolder, type IssuedToken } from './token';

const LIFE_MS = 7_200_000;

/** An issuer that counts, and answers when told. */
function createIssuer(expiresInMs = LIFE_MS) {
  const waiting: { resolve(token: IssuedToken): void; reject(error: Error): void }[] = [];
  let requests = 0;
  return {
    get requests() {
      return requests;
    },
    fetch: () =>
      new Promise<IssuedToken>((resolve, reject) => {
        requests += 1;
        waiting.push({ resolve, reject });
      }),
    async answer() {
      waiting.shift()?.resolve({ value: `t-${requests}`, expiresInMs });
      await new Promise(setImmediate);
    },
    async fail() {
      waiting.shift()?.reject(new Error('down'));
      await new Promise(setImmediate);
    },
  };
}

async function held() {
  const clock = createManualClock();
  const issuer = createIssuer();
  const holder = createTokenHolder(issuer.fetch, clock);
  const first = holder.get();
  await issuer.answer();
  return { clock, issuer, holder, first: await first };
}

describe('token holder', () => {
  test('asks once for twenty callers', async () => {
    const issuer = createIssuer();
    const holder = createTokenHolder(issuer.fetch, createManualClock());
    const callers = Promise.all(Array.from({ length: 20 }, () => holder.get()));
    await issuer.answer();
    expect(new Set(await callers)).toEqual(new Set(['t-1']));
    expect(issuer.requests).toBe(1);
  });

  test('does not remember a failure', async () => {
    const issuer = createIssuer();
    const holder = createTokenHolder(issuer.fetch, createManualClock());
    const failing = holder.get();
    failing.catch(() => {});
    await issuer.fail();
    await expect(failing).rejects.toThrow('down');
    const next = holder.get();
    await issuer.answer();
    expect(await next).toBe('t-2');
  });

  test('renews before expiry without making anyone wait', async () => {
    const { clock, issuer, holder, first } = await held();
    await clock.run(LIFE_MS - 11 * 60_000);
    expect([await holder.get(), issuer.requests]).toEqual([first, 1]);
    await clock.run(2 * 60_000);
    expect([await holder.get(), issuer.requests]).toEqual([first, 2]);
    await issuer.answer();
    expect(await holder.get()).toBe('t-2');
  });

  test('goes on with the old token while early renewals fail, asking only now and then', async () => {
    const { clock, issuer, holder, first } = await held();
    await clock.run(LIFE_MS - 9 * 60_000);
    for (let call = 0; call < 50; call += 1) {
      expect(await holder.get()).toBe(first);
      await issuer.fail();
    }
    expect(issuer.requests).toBe(2);
    await clock.run(31_000);
    expect(await holder.get()).toBe(first);
    expect(issuer.requests).toBe(3);
  });

  test('waits for a new one when the old has no life left', async () => {
    const { clock, issuer, holder } = await held();
    await clock.run(LIFE_MS - 30_000);
    const late = holder.get();
    await issuer.answer();
    expect(await late).toBe('t-2');
  });

  test('drops only the value that was refused', async () => {
    const { issuer, holder, first } = await held();
    holder.invalidate(first);
    const next = holder.get();
    await issuer.answer();
    expect(await next).toBe('t-2');
    // Twenty late answers about the first token change nothing any more.
    for (let late = 0; late < 20; late += 1) holder.invalidate(first);
    expect([await holder.get(), issuer.requests]).toEqual(['t-2', 2]);
  });

  test('asks at most twice a minute when every token is refused at once', async () => {
    const { clock, issuer, holder } = await held();
    const minutes = 10;
    for (let second = 0; second < minutes * 60; second += 1) {
      const got = holder.get().catch(() => undefined);
      await issuer.answer();
      const value = await got;
      if (value) holder.invalidate(value);
      await clock.run(1000);
    }
    expect(issuer.requests).toBeGreaterThan(minutes);
    expect(issuer.requests).toBeLessThanOrEqual(2 * minutes + 1);
  });
});
