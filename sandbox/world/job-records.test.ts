import { describe, expect, it } from 'vitest';
import { generateWorld } from './generate';
import { buildIndex } from './indexes';
import { countsOf, requirementsOfJob } from './records/job-requirements';

const NOW = Date.parse('2026-11-22T04:00:00Z');

describe.each([
  [1, 50],
  [2, 400],
  [3, 1500],
])('the jobs of world %i of %i applications', (seed, size) => {
  const world = generateWorld({ seed, size, now: NOW });
  const index = buildIndex(world);

  it('choose from the catalogue alone', () => {
    const { types, functions, subjects } = world.jobCatalogue;
    const leaves = new Set(types.filter(({ parentId }) => parentId).map(({ id }) => id));
    for (const job of world.jobs.values()) {
      expect(leaves.has(job.typeId)).toBe(true);
      const duty = functions.find(({ id }) => id === job.functionId);
      expect(duty?.name).toEqual(job.categoryName);
      const subject = subjects.find(({ id }) => id === job.subjectId);
      expect(subject !== undefined).toBe(job.processType === 2);
      if (subject) expect(subject.createdAt).toBeLessThan(job.createdAt);
      const cities = job.locationIds.map(
        (id) => world.locations.find((one) => one.id === id)?.cityCode,
      );
      expect(new Set(cities)).toEqual(new Set(job.cityCodes));
    }
  });

  it('have requirements that ask for their heads and count who joined once', () => {
    const codes = new Set([...world.requirements.values()].map(({ shortCode }) => shortCode));
    expect(codes.size).toBe(world.requirements.size);
    for (const job of world.jobs.values()) {
      const ofJob = requirementsOfJob(world, job.id);
      expect(ofJob.reduce((sum, { headCount }) => sum + headCount, 0)).toBe(job.headCount);
      const joined = (index.applicationsByJob.get(job.id) ?? []).filter(
        ({ active, stageId }) => active && index.stages.get(stageId)?.stage.type === 7,
      );
      const counted = ofJob.map((requirement) => countsOf(world, index, requirement).joined);
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(joined.length);
      for (const [at, { headCount, progress }] of ofJob.entries()) {
        if (progress === 5) expect(counted[at]).toBe(headCount);
      }
    }
  });

  it('have one advertisement each, down where the job is closed', () => {
    const ads = [...world.advertisements.values()];
    expect(new Set(ads.map(({ jobId }) => jobId))).toEqual(new Set(world.jobs.keys()));
    expect(ads).toHaveLength(world.jobs.size);
    for (const { jobId, publications } of ads) {
      expect(publications.length).toBeGreaterThan(0);
      for (const { online } of publications) expect(online).toBe(world.jobs.get(jobId)?.open);
    }
  });

  it('are set up with people who are there and forms of their kind', () => {
    const people = new Set(world.people.map(({ openId }) => openId));
    for (const config of world.jobConfigs.values()) {
      const job = world.jobs.get(config.jobId);
      const suggested = config.rounds.flatMap(({ interviewerIds }) => interviewerIds);
      for (const id of [...config.evaluatorIds, ...suggested]) expect(people.has(id)).toBe(true);
      const form = world.offerForms.get(config.offerFormId ?? '');
      expect(form?.processType).toBe(job?.processType);
    }
  });
});
