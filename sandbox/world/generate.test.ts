import { beforeAll, describe, expect, it } from 'vitest';
import { DAY, dayOf, HOUR, isWorkday } from './calendar';
import { generateWorld } from './generate';
import { lockStatusOf } from './locks';
import { boardJobOf } from './personas';
import { digest } from './testing/digest';
import { isAccident, truthOf } from './truth';
import type { Stage, World } from './types';

const NOW = Date.parse('2025-06-18T15:20:00+08:00');

function stagesOf(world: World): Map<string, Stage> {
  return new Map(world.processes.flatMap(({ stages }) => stages.map((stage) => [stage.id, stage])));
}

describe('a generated world', () => {
  it('is the same for the same seed, size and moment, to the last field', () => {
    const first = generateWorld({ seed: 7, size: 400, now: NOW });
    expect(digest(generateWorld({ seed: 7, size: 400, now: NOW }))).toBe(digest(first));
  });

  it('has another id for another seed, size or moment', () => {
    const ids = [
      generateWorld({ seed: 7, size: 60, now: NOW }),
      generateWorld({ seed: 8, size: 60, now: NOW }),
      generateWorld({ seed: 7, size: 61, now: NOW }),
      generateWorld({ seed: 7, size: 60, now: NOW + 1 }),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it.each([1, 2, 50, 333])('can be as small as %i applications', (size) => {
    const world = generateWorld({ seed: 3, size, now: NOW });
    expect(world.applications.size).toBe(size);
    expect(world.people).toHaveLength(60);
    expect(world.jobs.size).toBe(45);
  });

  it('ends at any moment of the year, on a holiday too', () => {
    for (const now of ['2026-02-18T03:00:00+08:00', '2025-10-03T12:00:00+08:00', '2027-01-01']) {
      const world = generateWorld({ seed: 1, size: 300, now: Date.parse(now) });
      for (const application of world.applications.values()) {
        expect(application.modifiedAt).toBeLessThanOrEqual(world.epoch);
      }
    }
  });
});

describe('the board job', () => {
  it('has somebody locked by another job wherever somebody runs for two', () => {
    let pairs = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const world = generateWorld({ seed, size: 400, now: NOW });
      const stages = stagesOf(world);
      const inProcess = [...world.applications.values()].filter(
        ({ active, stageId }) => active && stages.get(stageId)?.type !== 7,
      );
      const board = boardJobOf(world).id;
      const rivals = new Set(
        inProcess.filter(({ jobId }) => jobId !== board).map(({ talentId }) => talentId),
      );
      const contested = inProcess.filter((a) => a.jobId === board && rivals.has(a.talentId));
      if (contested.length === 0) continue;
      pairs++;
      expect(contested.some((application) => lockStatusOf(world, application) === 2)).toBe(true);
    }
    expect(pairs).toBeGreaterThan(3);
  });
});

describe('the world of 4,000', () => {
  let world: World;
  let stages: Map<string, Stage>;
  beforeAll(() => {
    world = generateWorld({ seed: 1, size: 4000, now: NOW });
    stages = stagesOf(world);
  });
  const applications = () => [...world.applications.values()];
  const typeOf = (stageId: string) => stages.get(stageId)?.type;

  it('has ids of 19 digits, unique over all kinds', () => {
    const ids = [
      ...[world.jobs, world.talents, world.applications, world.evaluations].flatMap((m) => [
        ...m.keys(),
      ]),
      ...[world.tests, world.offers, world.employees, world.notes].flatMap((m) => [...m.keys()]),
      ...[...world.interviews.values()].flatMap(({ id, records }) => [
        id,
        ...records.map((r) => r.id),
      ]),
      ...[world.processes, world.sources, world.reasons, world.roles, world.tags].flatMap((list) =>
        list.map(({ id }) => id),
      ),
      ...stages.keys(),
      ...world.attachments.keys(),
    ];
    expect(ids.filter((id) => !/^[1-9]\d{18}$/.test(id) || BigInt(id) > 2n ** 63n - 1n)).toEqual(
      [],
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives every application ordered visits that end in its stage, the last one open', () => {
    const processes = new Map(world.processes.map((process) => [process.id, process]));
    const faults = applications().filter((application) => {
      const { stageTimes, createdAt, modifiedAt, terminatedAt } = application;
      const job = world.jobs.get(application.jobId);
      const own = processes.get(job?.processId ?? '')?.stages.map(({ id }) => id) ?? [];
      const last = stageTimes.at(-1);
      const chained = stageTimes.every((visit, at) => {
        const next = stageTimes[at + 1];
        if (!next) return visit.exit === null;
        return (
          visit.exit === next.enter && next.enter > visit.enter && next.stageId !== visit.stageId
        );
      });
      return !(
        chained &&
        last?.stageId === application.stageId &&
        stageTimes[0]?.enter === createdAt &&
        stageTimes.every(({ stageId }) => own.includes(stageId)) &&
        modifiedAt >= (terminatedAt ?? last.enter) &&
        modifiedAt <= NOW &&
        createdAt > NOW - 550 * DAY &&
        createdAt >= (job?.createdAt ?? Number.POSITIVE_INFINITY)
      );
    });
    expect(faults).toEqual([]);
  });

  it('never made a move that the control rules forbid', () => {
    const forbidden = new Set(
      world.processes.flatMap((p) => p.forbiddenMoves.map(({ from, to }) => `${from}>${to}`)),
    );
    expect(forbidden.size).toBeGreaterThan(0);
    const made = applications().flatMap(({ stageTimes }) =>
      stageTimes.slice(1).map((visit, at) => `${stageTimes[at]?.stageId}>${visit.stageId}`),
    );
    expect(made.filter((move) => forbidden.has(move))).toEqual([]);
  });

  it('ends with a time and reasons of the same type, and only then', () => {
    const reasons = new Map(world.reasons.map((reason) => [reason.id, reason]));
    const faults = applications().filter(
      ({ active, terminatedAt, terminationType, terminationReasonIds, stageTimes }) =>
        active
          ? terminatedAt !== null || terminationType !== null || terminationReasonIds.length > 0
          : terminatedAt === null ||
            terminatedAt <= (stageTimes.at(-1)?.enter ?? terminatedAt) ||
            terminationReasonIds.length === 0 ||
            terminationReasonIds.some((id) => {
              const reason = reasons.get(id);
              return reason?.type !== terminationType || !reason.active;
            }),
    );
    expect(faults).toEqual([]);
    const types = new Set(applications().map(({ terminationType }) => terminationType));
    expect(types).toEqual(new Set([null, 1, 22, 27]));
  });

  it('keeps its shares: active, hired, talents, notes', () => {
    const truth = truthOf(world);
    expect(truth.active / 4000).toBeGreaterThan(0.28);
    expect(truth.active / 4000).toBeLessThan(0.32);
    expect(truth.hired / 4000).toBeGreaterThan(0.02);
    expect(truth.hired / 4000).toBeLessThan(0.03);
    expect(world.talents.size / 4000).toBeGreaterThan(0.77);
    expect(world.talents.size / 4000).toBeLessThan(0.83);
    expect(world.notes.size).toBeGreaterThan(500);
    expect(world.notes.size).toBeLessThan(720);
  });

  it('never has a talent twice active on one job, nor twice at the end of a process', () => {
    const active = applications().filter((application) => application.active);
    const pairs = active.map(({ talentId, jobId }) => `${talentId} ${jobId}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    const late = applications().filter(({ stageId }) => [6, 7].includes(typeOf(stageId) ?? 0));
    expect(new Set(late.map(({ talentId }) => talentId)).size).toBe(late.length);
  });

  it('moves people in working hours of working days, but lets them apply at any hour', () => {
    const moves = applications().flatMap(({ stageTimes }) => stageTimes.slice(1));
    const odd = moves.filter(({ enter }) => {
      const time = enter - dayOf(enter);
      return !isWorkday(dayOf(enter)) || time < 9.5 * HOUR || time > 19.5 * HOUR;
    });
    expect(odd).toEqual([]);
    const atWeekends = applications().filter(({ createdAt }) => !isWorkday(dayOf(createdAt)));
    expect(atWeekends.length).toBeGreaterThan(20);
  });

  it('holds skips, returns, slips of the mouse and people stuck for months', () => {
    const list = applications();
    const accidents = list.filter(({ stageTimes }) =>
      stageTimes.some((_, at) => isAccident(stageTimes, at)),
    );
    expect(accidents.length).toBeGreaterThan(20);
    const again = list.filter(
      ({ stageTimes }) =>
        new Set(stageTimes.map(({ stageId }) => stageId)).size < stageTimes.length,
    );
    expect(again.length).toBeGreaterThan(accidents.length + 40);
    expect(truthOf(world).steps.some(({ skipped }) => skipped > 50)).toBe(true);
    const stuck = list.filter(
      ({ active, stageTimes }) => active && NOW - (stageTimes.at(-1)?.enter ?? NOW) > 60 * DAY,
    );
    expect(stuck.length).toBeGreaterThan(20);
  });

  it('keeps assessments inside the stay they belong to', () => {
    const astray = [...world.interviews.values()].filter((interview) => {
      const application = world.applications.get(interview.applicationId);
      const fits = application?.stageTimes.some(
        ({ stageId, enter, exit }) =>
          stageId === interview.stageId &&
          enter <= interview.begin &&
          interview.end <= (exit ?? application.terminatedAt ?? Number.POSITIVE_INFINITY),
      );
      const told = interview.records.every(({ submitted, submittedAt }) =>
        submittedAt === null
          ? !submitted
          : submitted && submittedAt > interview.end && submittedAt <= NOW,
      );
      return !fits || !told || interview.createdAt > interview.begin;
    });
    expect(astray).toEqual([]);
    const evaluations = [...world.evaluations.values()];
    expect(
      evaluations.filter(
        ({ stageId, submitted, conclusion, updatedAt }) =>
          typeOf(stageId) !== 2 || submitted !== (conclusion !== null) || updatedAt > NOW,
      ),
    ).toEqual([]);
    const tests = [...world.tests.values()];
    expect(tests.filter(({ stageId }) => typeOf(stageId) !== 3)).toEqual([]);
  });

  it('has interviews today, tomorrow and later, cancelled ones, no-shows and feedback overdue', () => {
    const list = [...world.interviews.values()];
    const on = (day: number) =>
      list.filter((i) => !i.cancelled && dayOf(i.begin) === dayOf(NOW) + day * DAY).length;
    expect(on(0)).toBeGreaterThan(5);
    expect(on(1)).toBeGreaterThan(5);
    expect(on(3)).toBeGreaterThan(0);
    expect(list.some(({ cancelled }) => cancelled)).toBe(true);
    const records = list.flatMap(({ end, records }) =>
      records.map((record) => ({ end, ...record })),
    );
    expect(records.some(({ conclusion }) => conclusion === 5)).toBe(true);
    const overdue = records.filter(
      ({ submitted, conclusion, end }) => !submitted && conclusion === 4 && end < NOW - DAY,
    );
    expect(overdue.length).toBeGreaterThan(5);
  });

  it('has an offer for everybody waiting to join, an employee for everybody who joined', () => {
    const all = [...world.offers.values(), ...world.internOffers.values()];
    const offers = new Map(all.map((offer) => [offer.applicationId, offer]));
    const employees = new Set(
      [...world.employees.values()].map(({ applicationId }) => applicationId),
    );
    for (const application of applications()) {
      const type = typeOf(application.stageId);
      if (application.active && (type === 6 || type === 7)) {
        expect(offers.get(application.id)?.status).toBe(7);
      }
      expect(employees.has(application.id)).toBe(type === 7);
    }
    const joined = [...employees].map((id) => world.applications.get(id)?.talentId);
    const onboarded = [...world.talents.values()].filter((talent) => talent.onboarded);
    expect(new Set(onboarded.map(({ id }) => id))).toEqual(new Set(joined));
    const statuses = new Set([...world.offers.values()].map(({ status }) => status));
    for (const status of [2, 4, 6, 7, 8, 9, 10]) expect(statuses).toContain(status);
  });
  it('locks a few talents by an active application of theirs', () => {
    const counts = { 1: 0, 2: 0, 3: 0 };
    for (const application of applications()) {
      if (application.active) counts[lockStatusOf(world, application)]++;
    }
    expect(counts[3]).toBeGreaterThan(20);
    expect(counts[2]).toBeGreaterThan(3);
    expect(counts[2] + counts[3]).toBeLessThan(0.15 * counts[1]);
    for (const talent of world.talents.values()) {
      const holder = talent.lockedByApplicationId;
      if (holder !== null) {
        expect(world.applications.get(holder)?.talentId).toBe(talent.id);
        expect(world.applications.get(holder)?.active).toBe(true);
      }
    }
  });

  it('is nobody’s data: unreachable phones and reserved mail domains, unique', () => {
    const phones = new Set<string>();
    const real = [...world.talents.values()].filter(({ mobile, mobileCode, email }) => {
      if (mobileCode === '86') phones.add(mobile);
      return (
        !/^[a-z]+\d+@example\.(com|org|net)$/.test(email) ||
        !/^(86 1\d\d0000\d{4}|44 7700900\d{3}|1 20255501\d\d)$/.test(`${mobileCode} ${mobile}`)
      );
    });
    expect(real).toEqual([]);
    const chinese = [...world.talents.values()].filter(({ mobileCode }) => mobileCode === '86');
    expect(phones.size).toBe(chinese.length);
  });

  it('has the extremes that screens must bear', () => {
    const talents = [...world.talents.values()];
    expect(talents.some(({ name }) => name.length === 15)).toBe(true);
    expect(talents.some(({ name }) => /^[A-Za-z]/.test(name))).toBe(true);
    expect(talents.some(({ attachmentId }) => attachmentId === null)).toBe(true);
    expect(talents.some(({ careers }) => careers.length >= 5)).toBe(true);
    expect([...world.jobs.values()].some(({ title }) => title.length >= 58)).toBe(true);
    for (const { attachmentId, talentId } of applications()) {
      if (attachmentId !== null) {
        expect(world.attachments.get(attachmentId)?.talentId).toBe(talentId);
      }
    }
  });

  it('lets good sources yield more than poor ones, and autumn more than the New Year', () => {
    const { sources } = truthOf(world);
    const rate = (at: number) => (sources[at]?.hired ?? 0) / (sources[at]?.applied ?? 1);
    // Referral against the general job board.
    expect(rate(0)).toBeGreaterThan(2 * rate(4));
    const inMonth = (month: number) =>
      applications().filter(
        ({ active, createdAt }) => !active && new Date(createdAt).getUTCMonth() === month,
      ).length;
    expect(inMonth(2)).toBeGreaterThan(1.5 * inMonth(0));
  });
});
