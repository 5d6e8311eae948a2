import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EventInboxDto } from '@/lib/domain/settings-events';
import { eventInbox } from '@/lib/server/db/schema/events';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { GET } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const recruiter = company.person();
company.job({ recruiterId: recruiter.openId });

beforeAll(() => company.insert(database.db));
beforeEach(() => database.db.delete(eventInbox));

const inbox = async () =>
  EventInboxDto.parse(await (await server.call(GET, { as: TEST_ADMIN })).json());

type Kept = typeof eventInbox.$inferInsert;
let made = 0;
const kept = (given: Partial<Kept> = {}): Kept => {
  made += 1;
  const at = new Date();
  return {
    eventId: `e${made}`,
    eventType: 'hire.application.stage_changed_v1',
    createdAt: at,
    receivedAt: at,
    via: 'webhook',
    event: { application_id: '701' },
    dueAt: at,
    ...given,
  };
};

describe('GET /api/settings/events', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: TEST_ADMIN }),
    wrongRole: () => recruiter.openId,
  });

  it('says that none has come yet, and where they are to come', async () => {
    expect(await inbox()).toMatchObject({
      way: 'webhook',
      callbackUrl: 'http://localhost:3000/api/webhooks/feishu',
      today: { webhook: 0, websocket: 0 },
      last: null,
      waiting: 0,
      failed: 0,
      failures: [],
    });
  });

  it('counts what came today by which way, and what waits', async () => {
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    await database.db
      .insert(eventInbox)
      .values([
        kept({ state: 'done' }),
        kept(),
        kept({ via: 'websocket', state: 'ignored', receivedAt: new Date(Date.now() + 1) }),
        kept({ state: 'done', receivedAt: yesterday }),
      ]);
    expect(await inbox()).toMatchObject({
      today: { webhook: 2, websocket: 1 },
      last: { via: 'websocket' },
      waiting: 1,
      failed: 0,
    });
  });

  it('lists those that failed with their reason and what they speak of', async () => {
    await database.db.insert(eventInbox).values([
      kept({
        eventId: 'bad',
        state: 'failed',
        attempts: 8,
        errorCode: '99991672',
        errorLogId: 'l1',
      }),
      kept({
        eventId: 'worse',
        state: 'failed',
        attempts: 8,
        errorCode: 'MALFORMED',
        event: {},
        receivedAt: new Date(Date.now() + 1),
      }),
    ]);
    const { failed, failures } = await inbox();
    expect(failed).toBe(2);
    expect(failures).toMatchObject([
      { eventId: 'worse', code: 'MALFORMED', logId: null, about: null },
      {
        eventId: 'bad',
        code: '99991672',
        logId: 'l1',
        attempts: 8,
        about: { kind: 'application', id: '701' },
      },
    ]);
  });
});
