import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ReplayedDto } from '@/lib/domain/settings-events';
import { eventInbox } from '@/lib/server/db/schema/events';
import { auditLog } from '@/lib/server/db/schema/operations';
import { runtime } from '@/lib/server/runtime';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { POST } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const recruiter = company.person();
company.job({ recruiterId: recruiter.openId });

beforeAll(() => company.insert(database.db));
beforeEach(async () => {
  await database.db.delete(eventInbox);
  const at = new Date(Date.now() - 60_000);
  await database.db.insert(eventInbox).values(
    (['failed', 'failed', 'done'] as const).map((state, n) => ({
      eventId: `e${n}`,
      eventType: 'hire.application.stage_changed_v1',
      createdAt: at,
      receivedAt: at,
      via: 'webhook' as const,
      event: { application_id: '701' },
      state,
      attempts: 8,
      dueAt: at,
    })),
  );
});

const replay = async (body: { eventId?: string }) => {
  const response = await server.call(POST, { as: TEST_ADMIN, method: 'POST', body });
  return ReplayedDto.parse(await response.json()).replayed;
};
const states = async () =>
  Object.fromEntries(
    (await database.db.select().from(eventInbox)).map(({ eventId, state, attempts }) => [
      eventId,
      `${state} ${attempts}`,
    ]),
  );

describe('POST /api/settings/events/replay', () => {
  itIsGuarded(server, {
    handler: POST,
    good: () => ({ as: TEST_ADMIN, method: 'POST', body: {} }),
    wrongRole: () => recruiter.openId,
    badInput: () => ({ body: { eventId: '' } }),
  });

  it('gives one failed event its turn again, and leaves the others', async () => {
    let woken = 0;
    runtime().wakeInbox = () => {
      woken += 1;
    };
    expect(await replay({ eventId: 'e0' })).toBe(1);
    expect(await states()).toEqual({ e0: 'waiting 0', e1: 'failed 8', e2: 'done 8' });
    expect(woken).toBe(1);
    const entries = await database.db.select().from(auditLog);
    expect(entries.at(-1)).toMatchObject({
      action: 'events.replay',
      entity: 'event',
      entityId: 'e0',
      actorOpenId: TEST_ADMIN,
    });
  });

  it('gives all of them their turn, and never one that is done', async () => {
    expect(await replay({})).toBe(2);
    expect(await states()).toEqual({ e0: 'waiting 0', e1: 'waiting 0', e2: 'done 8' });
    expect(await replay({ eventId: 'e2' })).toBe(0);
    expect(await replay({})).toBe(0);
  });
});
