import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ApplicationListQuery } from '@/lib/domain/application-filter';
import { JobListQuery } from '@/lib/domain/jobs';
import { TalentListQuery } from '@/lib/domain/talents';
import type { Actor } from '@/lib/server/db/actor';
import { jobs } from '@/lib/server/db/schema/jobs';
import { getApplication } from '@/lib/server/services/applications/get-application';
import { listApplications } from '@/lib/server/services/applications/list-applications';
import { listJobs } from '@/lib/server/services/jobs/list-jobs';
import { listTalents } from '@/lib/server/services/talents/list-talents';
import { testDatabase } from '@/lib/testing/database';
import { mirroredWorld } from '@/lib/testing/mirrored-world';
import { testSandbox } from '@/lib/testing/sandbox';
import { PUBLIC_URL, TEST_ADMIN, testServer } from '@/lib/testing/session';
import { actorOf } from './actor';

const database = testDatabase();
const sandbox = testSandbox({ size: 400 });
const server = testServer(database, sandbox);
const world = mirroredWorld(database, sandbox);

const Job = z.object({
  id: z.string(),
  recruiterId: z.string(),
  assistantIds: z.array(z.string()),
  managerIds: z.array(z.string()),
});
const Application = z.object({
  id: z.string(),
  jobId: z.string(),
  talentId: z.string(),
  active: z.boolean(),
  stage: z.object({ type: z.number() }),
});
const Ids = z.object({ applicationIds: z.array(z.string()) });

let allJobs: z.infer<typeof Job>[] = [];
let all: z.infer<typeof Application>[] = [];

const fact = (path: string) => sandbox.control('GET', `/facts/${path}`);
const actorFor = async (openId: string): Promise<Actor> => {
  const cookie = await server.signIn(openId);
  const actor = await actorOf(new Request(PUBLIC_URL, { headers: { cookie } }));
  if (!actor) throw new Error('Nobody is signed in');
  return actor;
};

/** Ids of everything a paged list gives out, and what it says their number is. */
async function walk(
  page: (cursor?: string) => Promise<{
    items: { id: string }[];
    total: number;
    nextCursor: string | null;
  }>,
) {
  const ids: string[] = [];
  let total = 0;
  for (let cursor: string | undefined, more = true; more; ) {
    const found = await page(cursor);
    ids.push(...found.items.map(({ id }) => id));
    total = found.total;
    cursor = found.nextCursor ?? undefined;
    more = cursor !== undefined;
  }
  return { ids: ids.sort(), total };
}
const applicationsOf = ({ scope }: Actor) =>
  walk((cursor) =>
    listApplications(scope, ApplicationListQuery.parse({ status: 'all', limit: 200, cursor })),
  );
const talentsOf = (actor: Actor) =>
  walk((cursor) => listTalents(actor, TalentListQuery.parse({ limit: 200, cursor })));
const jobsOf = async ({ scope }: Actor) =>
  (await listJobs(scope, JobListQuery.parse({ status: 'all' }))).items.map(({ id }) => id).sort();

beforeAll(async () => {
  const jobIds = await database.db.select({ id: jobs.id }).from(jobs);
  allJobs = await Promise.all(jobIds.map(async ({ id }) => Job.parse(await fact(`jobs/${id}`))));
  const { ids } = await applicationsOf(await actorFor(TEST_ADMIN));
  all = await Promise.all(
    ids.map(async (id) => Application.parse(await fact(`applications/${id}`))),
  );
  expect(all).toHaveLength(400);
});

/** What PRODUCT section 1 lets a person see, by the sandbox's own records. */
async function expected(openId: string) {
  const team = allJobs.filter((job) =>
    [job.recruiterId, ...job.assistantIds, ...job.managerIds].includes(openId),
  );
  const [interviews, evaluations] = await Promise.all([
    fact(`interviewers/${openId}/applications`),
    fact(`evaluators/${openId}/applications`),
  ]);
  const assigned = new Set(
    [interviews, evaluations].flatMap((answer) => Ids.parse(answer).applicationIds),
  );
  const jobIds = new Set(team.map(({ id }) => id));
  const seen = all.filter(
    ({ id, jobId, active, stage }) =>
      jobIds.has(jobId) || (assigned.has(id) && active && stage.type !== 7),
  );
  return {
    jobs: [...jobIds].sort(),
    applications: seen.map(({ id }) => id).sort(),
    talents: [...new Set(seen.map(({ talentId }) => talentId))].sort(),
    recruits: team.some((job) => [job.recruiterId, ...job.assistantIds].includes(openId)),
  };
}

describe('what each persona of the sandbox sees', () => {
  it.each(['recruiter', 'manager', 'interviewer', 'evaluator', 'stranger'] as const)(
    'is for the %s exactly what the sandbox says',
    async (persona) => {
      const { openId } = world.personas[persona];
      const [actor, truth] = await Promise.all([actorFor(openId), expected(openId)]);
      const applications = await applicationsOf(actor);
      expect(applications.ids).toEqual(truth.applications);
      expect(applications.total).toBe(truth.applications.length);
      expect(await jobsOf(actor)).toEqual(truth.jobs);
      const talents = await talentsOf(actor);
      expect(talents.total).toBe(talents.ids.length);
      if (truth.recruits) expect(talents.ids).toEqual(expect.arrayContaining(truth.talents));
      else expect(talents.ids).toEqual(truth.talents);
    },
  );

  it('shows every persona something of their own, and the stranger nothing', async () => {
    for (const persona of ['recruiter', 'manager', 'interviewer', 'evaluator'] as const) {
      const { applications } = await expected(world.personas[persona].openId);
      expect(applications.length, persona).toBeGreaterThan(0);
      expect(applications.length, persona).toBeLessThan(400);
    }
    const stranger = await actorFor(world.personas.stranger.openId);
    expect(stranger).toMatchObject({ roles: [], permissions: new Set() });
    expect((await talentsOf(stranger)).ids).toEqual([]);
  });

  it('opens each application of the interviewer’s list, and none beside it', async () => {
    const { openId } = world.personas.interviewer;
    const actor = await actorFor(openId);
    const { applications } = await expected(openId);
    for (const id of applications) {
      expect((await getApplication(actor, id)).row.id).toBe(id);
    }
    const others = all.filter(({ id }) => !applications.includes(id)).slice(0, 20);
    for (const { id } of others) {
      await expect(getApplication(actor, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
