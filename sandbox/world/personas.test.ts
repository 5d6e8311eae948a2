import { describe, expect, it } from 'vitest';
import { generateWorld } from './generate';
import { buildIndex } from './indexes';
import { lockStatusOf } from './locks';
import {
  ADMIN_OPEN_ID,
  adminOf,
  boardJobOf,
  evaluatorOf,
  interviewerOf,
  leadRecruiterOf,
  managerOf,
  strangerOf,
} from './personas';
import type { World } from './types';

const NOW = Date.parse('2025-06-18T15:20:00+08:00');
const cases = [
  [1, 4000],
  [2, 4000],
  [1, 1000],
  [5, 200],
  [1, 50],
  [9, 50],
  [4, 20],
] as const;

describe.each(cases)('personas of seed %i at %i applications', (seed, size) => {
  const world = generateWorld({ seed, size, now: NOW });
  const index = buildIndex(world);
  const jobs = [...world.jobs.values()];
  const rolesOf = (openId: string) => world.userRoles.filter((role) => role.openId === openId);
  const teamsOf = (openId: string) =>
    jobs.filter((job) =>
      [job.recruiterId, ...job.assistantIds, ...job.managerIds].includes(openId),
    );
  const evaluatedBy = (openId: string) =>
    [...world.evaluations.values()].filter(({ evaluatorId }) => evaluatorId === openId);
  const interviewedBy = (openId: string) =>
    [...world.interviews.values()].filter(({ records }) =>
      records.some(({ interviewerId }) => interviewerId === openId),
    );
  const isActive = ({ applicationId }: { applicationId: string }) =>
    world.applications.get(applicationId)?.active;

  it('has the administrator of all worlds', () => {
    expect(adminOf(world).openId).toBe(ADMIN_OPEN_ID);
    const role = world.roles.find(({ id }) => id === rolesOf(ADMIN_OPEN_ID)[0]?.roleId);
    expect(role?.name.zh).toBe('招聘管理员');
  });

  it('has a lead recruiter of the board job and about eight others', () => {
    const teams = teamsOf(leadRecruiterOf(world).openId);
    expect(teams).toContain(boardJobOf(world));
    expect(teams.length).toBeGreaterThanOrEqual(8);
    expect(teams.length).toBeLessThanOrEqual(11);
    expect(teams.every(({ recruiterId }) => recruiterId === leadRecruiterOf(world).openId)).toBe(
      true,
    );
  });

  it('has a manager of exactly two open jobs with active applications, seeing nothing else', () => {
    const { openId } = managerOf(world);
    const teams = teamsOf(openId);
    expect(teams).toHaveLength(2);
    for (const job of teams) {
      expect(job.open).toBe(true);
      expect(job.managerIds).toContain(openId);
      expect(index.applicationsByJob.get(job.id)?.some(({ active }) => active)).toBe(true);
    }
    const own = new Set(teams.map(({ id }) => id));
    for (const { applicationId } of [...evaluatedBy(openId), ...interviewedBy(openId)]) {
      expect(own).toContain(world.applications.get(applicationId)?.jobId);
    }
  });

  it('has one who only interviews and one who only evaluates, both active ones', () => {
    const interviewer = interviewerOf(world).openId;
    expect(teamsOf(interviewer)).toEqual([]);
    expect(evaluatedBy(interviewer)).toEqual([]);
    expect(interviewedBy(interviewer).some(isActive)).toBe(true);
    const evaluator = evaluatorOf(world).openId;
    expect(teamsOf(evaluator)).toEqual([]);
    expect(interviewedBy(evaluator)).toEqual([]);
    expect(evaluatedBy(evaluator).some(isActive)).toBe(true);
  });

  it('has a stranger with no part in hiring', () => {
    const { openId } = strangerOf(world);
    expect(rolesOf(openId)).toEqual([]);
    expect([...teamsOf(openId), ...evaluatedBy(openId), ...interviewedBy(openId)]).toEqual([]);
    expect([...world.notes.values()].some(({ creatorId }) => creatorId === openId)).toBe(false);
  });

  it('has a board job that holds its share of the active applications', () => {
    const board = boardJobOf(world);
    const active = index.applicationsByJob
      .get(board.id)
      ?.filter((a) => a.active && !joined(world, a.stageId));
    expect(board.open).toBe(true);
    expect((active?.length ?? 0) / size).toBeGreaterThan(0.07);
    expect((active?.length ?? 0) / size).toBeLessThan(size < 50 ? 0.11 : 0.085);
    if (size < 4000) return;
    expect(active?.length).toBeGreaterThanOrEqual(300);
    expect(active?.length).toBeLessThanOrEqual(330);
    const stages = world.processes.find(({ id }) => id === board.processId)?.stages ?? [];
    for (const stage of stages.slice(0, -1)) {
      expect(active?.filter(({ stageId }) => stageId === stage.id).length).toBeGreaterThanOrEqual(
        5,
      );
    }
    expect(active?.some((application) => lockStatusOf(world, application) === 2)).toBe(true);
  });
});

function joined(world: World, stageId: string): boolean {
  return world.processes.some(({ stages }) =>
    stages.some(({ id, type }) => id === stageId && type === 7),
  );
}
