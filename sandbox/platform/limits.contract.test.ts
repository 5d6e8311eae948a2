import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ limits: 1 });
  // Taken before the clock is played with: the token endpoint has windows of its own.
  await sandbox.tenantToken();
});
afterEach(() => sandbox.close());

const list = () => sandbox.hire('/v1/applications?page_size=1');

async function burst(calls: number, call: () => Promise<{ status: number }>): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < calls; i += 1) statuses.push((await call()).status);
  return statuses;
}
const refused = (statuses: number[]) => statuses.filter((s) => s === 429).length;

describe('rate limits', () => {
  it('let 50 calls a second through and refuse the next with code and headers', async () => {
    expect(refused(await burst(50, list))).toBe(0);
    const over = await list();
    expect(over).toMatchObject({
      status: 429,
      body: { code: 99991400, msg: 'request trigger frequency limit' },
    });
    expect(over.headers.get('x-ogw-ratelimit-limit')).toBe('50');
    expect(over.headers.get('x-ogw-ratelimit-reset')).toBe('1');
    expect(over.headers.get('retry-after')).toBeNull();
  });

  it('slide: a place opens one second after the call that took it', async () => {
    await burst(25, list);
    sandbox.advance(600);
    await burst(25, list);
    sandbox.advance(399);
    expect((await list()).status).toBe(429);
    sandbox.advance(1);
    expect(refused(await burst(26, list))).toBe(1);
  });

  it('bind by the minute as well: the 1001st call of a minute waits for the first to age', async () => {
    for (let second = 0; second < 20; second += 1) {
      expect(refused(await burst(50, list))).toBe(0);
      sandbox.advance(1_000);
    }
    const over = await list();
    expect(over.status).toBe(429);
    expect(over.headers.get('x-ogw-ratelimit-limit')).toBe('1000');
    expect(over.headers.get('x-ogw-ratelimit-reset')).toBe('40');
    sandbox.advance(40_000);
    expect((await list()).status).toBe(200);
  });

  it('count each API by itself, at the rate its page prints', async () => {
    await burst(51, list);
    const id = [...sandbox.world.applications.keys()][0];
    const detail = () => sandbox.hire(`/v1/applications/${id}/get_detail`);
    expect(refused(await burst(12, detail))).toBe(2);
    const over = await detail();
    expect(over.headers.get('x-ogw-ratelimit-limit')).toBe('10');
  });

  it('do not count what was refused', async () => {
    await burst(60, list);
    sandbox.advance(1_000);
    expect(refused(await burst(50, list))).toBe(0);
  });

  it('follow the fixed windows of the clock when the switch says so', async () => {
    sandbox.app.switches.rateLimitWindow = 'fixed';
    sandbox.app.limiter.clear();
    sandbox.advance(900);
    expect(refused(await burst(50, list))).toBe(0);
    sandbox.advance(100);
    expect(refused(await burst(50, list))).toBe(0);
    expect((await list()).status).toBe(429);
  });

  it('are scaled and lifted by control', async () => {
    const put = (scale: number | null) =>
      sandbox.call('PUT', '/_sandbox/limits', { token: null, body: { scale } });
    await put(0.1);
    expect(refused(await burst(7, list))).toBe(2);
    await put(null);
    expect(refused(await burst(120, list))).toBe(0);
  });
});
