import 'server-only';
import { expect, it } from 'vitest';
import type { Problem } from '@/lib/domain/error-codes';
import type { Call, Handler, TestServer } from './session';

type Guarded = {
  handler: Handler;
  /** A request that would succeed for whoever may. */
  good: () => Call;
  /** Somebody signed in whose role does not reach here. */
  wrongRole: () => string;
  /** Changes to `good` that make its input bad; absent where a route takes none. */
  badInput?: () => Partial<Call>;
  /** Changes to `good` that name a record which exists but is another's. */
  anothers?: () => Partial<Call>;
};

/** How the tests of every guarded route open (ARCHITECTURE section 6, RELIABILITY section (c)). */
export function itIsGuarded(server: TestServer, guarded: Guarded): void {
  const { handler, good, wrongRole, badInput, anothers } = guarded;
  const problemOf = async (call: Call): Promise<Problem> => {
    const response = await server.call(handler, call);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const problem: Problem = await response.json();
    expect(problem.status).toBe(response.status);
    return problem;
  };

  it('answers 401 without a session', async () => {
    const problem = await problemOf({ ...good(), as: undefined, cookie: undefined });
    expect(problem).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('answers 403 to the wrong role', async () => {
    const problem = await problemOf({ ...good(), as: wrongRole() });
    expect(problem).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });

  if (badInput) {
    it('answers 422 to bad input, naming the fields', async () => {
      const problem = await problemOf({ ...good(), ...badInput() });
      expect(problem).toMatchObject({ status: 422, code: 'INVALID_INPUT' });
      expect(problem.fields?.length).toBeGreaterThan(0);
    });
  }

  if (anothers) {
    it('answers 404 for another’s record, exactly as for one that does not exist', async () => {
      const { params = {} } = { ...good(), ...anothers() };
      const nowhere = Object.fromEntries(Object.keys(params).map((key) => [key, '999999999']));
      const [foreign, absent] = await Promise.all([
        problemOf({ ...good(), ...anothers() }),
        problemOf({ ...good(), params: nowhere }),
      ]);
      expect(foreign).toMatchObject({ status: 404, code: 'NOT_FOUND' });
      expect({ ...foreign, requestId: '' }).toEqual({ ...absent, requestId: '' });
    });
  }
}
