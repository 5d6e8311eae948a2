import { afterEach, describe, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

const load = async () => {
  vi.resetModules();
  return (await import('./runtime')).runtime;
};

describe('runtime', () => {
  test('is one, however many copies of the module a process holds', async () => {
    const asWorker = await load();
    const asRoute = await load();
    expect(asRoute).not.toBe(asWorker);
    vi.stubEnv('EMBEDDED_DATABASE_URL', 'postgres://localhost:1/nobody');
    vi.stubEnv('NEXTAUTH_SECRET', 'n'.repeat(32));
    vi.stubEnv('DATA_KEY', 'd'.repeat(32));
    expect(asRoute()).toBe(asWorker());
    expect(asRoute().limiter).toBe(asWorker().limiter);
    expect(asRoute().token).toBe(asWorker().token);
    expect(asRoute().pool).toBe(asWorker().pool);
  });
});
