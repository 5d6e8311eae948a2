import { eq } from 'drizzle-orm';
import { decode } from 'next-auth/jwt';
import { beforeAll, describe, expect, it } from 'vitest';
import { jobMembers } from '@/lib/server/db/schema/jobs';
import { sessions } from '@/lib/server/db/schema/operations';
import { people } from '@/lib/server/db/schema/organisation';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { PUBLIC_URL, TEST_ADMIN, testServer } from '@/lib/testing/session';
import { actorOf } from './actor';
import { createSession, endSession, IDLE_SECONDS, SESSION_SECONDS } from './sessions';
import { claimsOf, sealTicket } from './ticket';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const recruiter = company.person({ nameZh: '王敏', nameEn: 'Min Wang' });
const assistant = company.person();
const manager = company.person();
const evaluator = company.person();
const interviewer = company.person();
const stranger = company.person();
const job = company.job({ recruiterId: recruiter.openId, managers: [manager.openId] });
const other = company.job({ managers: [recruiter.openId] });
company.member(job.id, assistant.openId, 'assistant');
const active = company.application({ jobId: job.id });
const hired = company.application({ jobId: job.id }, { outcome: 'hired' });
const ended = company.application({ jobId: job.id }, { outcome: 'ended' });
for (const { id } of [active, hired, ended]) {
  company.evaluation(id, evaluator.openId);
  company.interview(id, [interviewer.openId]);
}
const cancelled = company.application({ jobId: job.id });
company.interview(cancelled.id, [interviewer.openId], { cancelled: true });

beforeAll(() => company.insert(database.db));

const behind = (cookie: string) => actorOf(new Request(PUBLIC_URL, { headers: { cookie } }));
const actor = async (openId: string, at?: number) => behind(await server.signIn(openId, at));
const ago = (seconds: number) => Date.now() - seconds * 1000;

describe('who asks', () => {
  it('is an administrator by configuration, and sees everything', async () => {
    expect(await actor(TEST_ADMIN)).toMatchObject({
      roles: ['admin'],
      scope: { kind: 'everything' },
    });
  });

  it('recruits for the jobs whose recruiter or assistant they are', async () => {
    expect(await actor(recruiter.openId)).toMatchObject({
      name: { zh: '王敏', en: 'Min Wang' },
      roles: ['recruiter', 'manager'],
      scope: { kind: 'own', recruiterJobIds: [job.id], assignedIds: [] },
    });
    expect((await actor(recruiter.openId))?.scope).toMatchObject({
      jobIds: expect.arrayContaining([job.id, other.id]),
    });
    expect(await actor(assistant.openId)).toMatchObject({ roles: ['recruiter'] });
  });

  it('manages the jobs they are a hiring manager of, and recruits for none', async () => {
    expect(await actor(manager.openId)).toMatchObject({
      roles: ['manager'],
      scope: { jobIds: [job.id], recruiterJobIds: [] },
    });
  });

  it('evaluates or interviews what is active, and nothing that is over or called off', async () => {
    expect(await actor(evaluator.openId)).toMatchObject({
      roles: ['evaluator'],
      scope: { jobIds: [], assignedIds: [active.id] },
    });
    expect(await actor(interviewer.openId)).toMatchObject({
      roles: ['interviewer'],
      scope: { jobIds: [], assignedIds: [active.id] },
    });
  });

  it('is somebody without a role, or somebody the mirror does not know, with no permission', async () => {
    for (const openId of [stranger.openId, 'ou_never_seen']) {
      const found = await actor(openId);
      expect(found?.roles).toEqual([]);
      expect(found?.permissions.size).toBe(0);
    }
  });

  it('gains and loses a role with the next request', async () => {
    const cookie = await server.signIn(stranger.openId);
    await database.db
      .insert(jobMembers)
      .values({ jobId: job.id, openId: stranger.openId, role: 'manager' });
    expect((await behind(cookie))?.roles).toEqual(['manager']);
    await database.db.delete(jobMembers).where(eq(jobMembers.openId, stranger.openId));
    expect((await behind(cookie))?.roles).toEqual([]);
  });

  it('is nobody once they have left the company', async () => {
    const cookie = await server.signIn(assistant.openId);
    await database.db.update(people).set({ active: 0 }).where(eq(people.openId, assistant.openId));
    expect(await behind(cookie)).toBeNull();
  });
});

describe('a session', () => {
  it('ends after two idle hours', async () => {
    expect(await actor(manager.openId, ago(IDLE_SECONDS - 60))).not.toBeNull();
    expect(await actor(manager.openId, ago(IDLE_SECONDS + 1))).toBeNull();
  });

  it('ends after eight hours however busy it was', async () => {
    const cookie = await server.signIn(manager.openId, ago(SESSION_SECONDS - 30));
    await database.db.update(sessions).set({ lastSeenAt: new Date() });
    expect(await behind(cookie)).not.toBeNull();
    await database.db.update(sessions).set({ expiresAt: new Date(ago(1)) });
    expect(await behind(cookie)).toBeNull();
  });

  it('is prolonged by use, at most once a minute', async () => {
    const cookie = await server.signIn(manager.openId, ago(600));
    const seenAt = async () => {
      const rows = await database.db.select().from(sessions);
      return Math.max(...rows.map(({ lastSeenAt }) => lastSeenAt.getTime()));
    };
    await behind(cookie);
    const first = await seenAt();
    expect(first).toBeGreaterThan(ago(30));
    await behind(cookie);
    expect(await seenAt()).toBe(first);
  });

  it('opens nothing once it is ended, though the cookie is the same', async () => {
    const sessionId = await createSession(database.db, manager.openId);
    const secret = process.env.NEXTAUTH_SECRET ?? '';
    const token = await sealTicket({
      token: claimsOf({ sessionId, name: '', enName: '' }),
      secret,
    });
    const cookie = `hire.session=${token}`;
    expect(await behind(cookie)).not.toBeNull();
    await endSession(database.db, sessionId);
    expect(await behind(cookie)).toBeNull();
  });

  it('is a cookie that lives eight hours from sign-in, also when it is written anew', async () => {
    const secret = process.env.NEXTAUTH_SECRET ?? '';
    const signedIn = ago(3 * 60 * 60);
    const token = await sealTicket({
      token: claimsOf({ sessionId: crypto.randomUUID(), name: 'n', enName: '' }, signedIn),
      secret,
      maxAge: SESSION_SECONDS,
    });
    const claims = await decode({ token, secret });
    const expected = Math.floor(signedIn / 1000) + SESSION_SECONDS;
    expect(Math.abs(Number(claims?.exp) - expected)).toBeLessThanOrEqual(1);
    expect(token.length).toBeLessThan(1_000);
  });

  it.each([
    '',
    'hire.session=',
    'hire.session=x.y.z',
    'hire.session=%',
    'other=1; hire.session=eyJhbGciOiJub25lIn0..',
    'next-auth.session-token=whatever',
  ])('is not what %j says', async (cookie) => {
    expect(await behind(cookie)).toBeNull();
  });

  it('is not what another secret sealed', async () => {
    const sessionId = await createSession(database.db, TEST_ADMIN);
    const token = await sealTicket({
      token: claimsOf({ sessionId, name: '', enName: '' }),
      secret: 'another secret of at least thirty-two bytes',
    });
    expect(await behind(`hire.session=${token}`)).toBeNull();
  });
});
