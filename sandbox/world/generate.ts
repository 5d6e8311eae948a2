import { createHash } from 'node:crypto';
import { addAdvertisements } from './advertisements';
import { makeAgencies } from './agencies';
import { addAgreements } from './agreements';
import { makeApplication } from './applications';
import { addBackgroundChecks } from './background-checks';
import { DAY, WorkCalendar } from './calendar';
import {
  makeForm,
  makeLocations,
  makeProcesses,
  makeReasons,
  makeSources,
  makeTags,
} from './dictionaries';
import { CITIES } from './dictionary-data';
import type { Draft } from './draft';
import { addEhrImports } from './ehr-imports';
import { addEvaluations, addTests } from './evaluations';
import { Ids } from './ids';
import { separateInternOffers } from './intern-offers';
import { addInterviewers } from './interviewers';
import { addInterviews } from './interviews';
import { makeJobCatalogue } from './job-catalogue';
import { addJobConfigs } from './job-configs';
import { BOARD_JOB } from './job-data';
import { addRequirements } from './job-requirements';
import { makeJobs } from './jobs';
import { travel } from './journey';
import { addLocks } from './locking';
import { addNotes } from './notes';
import { makeOfferForms } from './offer-forms';
import { addOffers } from './offers';
import { makeDepartments, makePeople, makeRoles } from './people';
import { makePlans } from './plans';
import { addQuestionnaires } from './questionnaires';
import { Random } from './random';
import { addTalentGroups } from './talent-groups';
import { TalentPool } from './talent-pool';
import type { World } from './types';
import { makeWebsites } from './websites';

/** Applications of the largest world there is: one takes a minute and 1.5 GB at most. */
export const LARGEST_WORLD = 200_000;

/**
 * A company and 18 months of its hiring that end at `now` (epoch ms). The same arguments give the
 * same world, to the last id. `size` is the number of applications.
 */
export function generateWorld({
  seed,
  size,
  now,
}: {
  seed: number;
  size: number;
  now: number;
}): World {
  const draw = (topic: string) => Random.of(seed, topic);
  const ids = new Ids(seed);
  const people = makePeople(draw('people'));
  const processes = makeProcesses(ids);
  const locations = makeLocations(ids);
  const keys = makeJobCatalogue(ids, now);
  const jobs = makeJobs(draw('jobs'), ids, { processes, locations, keys }, now);
  const world: World = {
    id: '',
    seed,
    size,
    epoch: now,
    tenantKey: '5a4db0c5e0d00000',
    departments: makeDepartments(),
    people,
    processes,
    cities: [...CITIES],
    locations,
    sources: makeSources(ids),
    reasons: makeReasons(ids),
    ...makeRoles(ids, people, now),
    form: makeForm(ids),
    tags: makeTags(ids),
    folders: [],
    pools: [],
    talentModules: [],
    registrationForms: [],
    websites: [],
    jobs: new Map(jobs.map(({ job }) => [job.id, job])),
    jobCatalogue: keys.catalogue,
    jobConfigs: new Map(),
    requirements: new Map(),
    advertisements: new Map(),
    talents: new Map(),
    applications: new Map(),
    evaluations: new Map(),
    interviews: new Map(),
    tests: new Map(),
    offers: new Map(),
    internOffers: new Map(),
    offerForms: makeOfferForms(ids, now),
    employees: new Map(),
    ehrImportTasks: new Map(),
    agreements: new Map(),
    backgroundChecks: new Map(),
    notes: new Map(),
    attachments: new Map(),
    talentFiles: new Map(),
    profiles: new Map(),
    uploads: new Map(),
    questionnaires: new Map(),
    interviewers: new Map(),
    agencies: new Map(),
    agencyProtections: new Map(),
  };
  const calendar = new WorkCalendar(now - 580 * DAY, now + 40 * DAY);
  const draft: Draft = { world, ids, calendar, jobs };

  const roads = draw('journeys');
  const journeys = makePlans(draw('plans'), jobs, size, now)
    .map((plan) => travel(roads, calendar, now, plan))
    .sort((a, b) => a.createdAt - b.createdAt);
  const pool = new TalentPool(draw('talents'), draft);
  const details = draw('applications');
  const cases = journeys.map((journey) =>
    makeApplication(details, draft, journey, pool.talentFor(journey)),
  );
  addEvaluations(draw('evaluations'), draft, cases);
  addTests(draw('tests'), draft, cases);
  addInterviews(draw('interviews'), draft, cases);
  addOffers(draw('offers'), draft, cases);
  addNotes(draw('notes'), draft, cases);
  addLocks(draw('locks'), draft, cases);
  separateInternOffers(world);
  addAgreements(draw('agreements'), draft, cases);
  addBackgroundChecks(draw('background-checks'), draft, cases);
  addEhrImports(draw('ehr-imports'), draft, cases);

  const hires = new Map<string, number>();
  for (const { fate, plan } of journeys) {
    if (fate === 'hired') hires.set(plan.job.id, (hires.get(plan.job.id) ?? 0) + 1);
  }
  const heads = draw('heads');
  for (const { job } of jobs) {
    const filled = hires.get(job.id) ?? 0;
    const wanted = job === jobs[BOARD_JOB]?.job ? 12 : heads.int(1, 2 + Math.ceil(filled / 3));
    job.headCount = job.open ? filled + wanted : Math.max(filled, 1);
  }
  world.agencies = makeAgencies(draw('agencies'), ids, world.sources, now);
  world.websites = makeWebsites(draw('websites'), ids);
  addQuestionnaires(draw('questionnaires'), draft);
  addInterviewers(draw('interviewers'), world);
  addTalentGroups(draw('talent-groups'), draft);
  addAdvertisements(draw('advertisements'), draft);
  addRequirements(draw('requirements'), draft);
  addJobConfigs(draw('job-configs'), draft);
  world.id = worldId(world);
  return world;
}

/** Also differs where another version of the generator made something else of the same arguments. */
function worldId(world: World): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([world.seed, world.size, world.epoch]));
  hash.update(JSON.stringify([world.people, world.processes, world.sources, world.reasons]));
  hash.update(JSON.stringify([[...world.agencies.values()], world.websites]));
  for (const records of [
    world.jobs,
    world.requirements,
    world.advertisements,
    world.jobConfigs,
    world.talents,
    world.applications,
    world.evaluations,
    world.interviews,
    world.tests,
    world.offers,
    world.notes,
    world.talentFiles,
  ]) {
    hash.update(String(records.size));
    let at = 0;
    for (const record of records.values()) {
      if (at++ >= 200) break;
      hash.update(JSON.stringify(record));
    }
  }
  return `w${hash.digest('hex').slice(0, 15)}`;
}
