import { HOUR, WORK_MINUTE, type WorkCalendar } from './calendar';
import type { JobPlan } from './jobs';
import type { StageSpec } from './process-data';
import type { Random } from './random';
import type { StageVisit } from './types';

export type Fate = 'active' | 'ended' | 'hired';

/** What is to become of one application, before any time is set. */
export type Plan = {
  plan: JobPlan;
  fate: Fate;
  /** Position of the stage it is in at the end. */
  stage: number;
  /** Position in the sources. */
  source: number;
  sourced: boolean;
};

export type Journey = Plan & {
  createdAt: number;
  visits: StageVisit[];
  /** Positions of the stages visited, one per visit. */
  path: number[];
  /** When it was ended, null for the others. */
  endedAt: number | null;
};

type Leg = { stage: number; days: number };

/** Gives a plan its visits: along the process, with the detours that happen. */
export function travel(random: Random, calendar: WorkCalendar, now: number, plan: Plan): Journey {
  const { job, process, processSpec, closedAt } = plan.plan;
  const legs = detour(random, processSpec.stages, straight(random, processSpec.stages, plan.stage));
  const last = legs.at(-1);
  if (last) last.days = dwell(random, plan, processSpec.stages[plan.stage]);

  const opened = calendar.positionOf(job.createdAt) + 0.05;
  const today = calendar.positionOf(now);
  const room = Math.max(today - opened, 0.5) * 0.97;
  const wanted = legs.reduce((sum, leg) => sum + leg.days, 0);
  const squeeze = Math.min(1, room / wanted);
  const total = wanted * squeeze;

  let position: number;
  if (plan.fate === 'active') {
    position = today - total;
  } else {
    const close = closedAt === null ? today : calendar.positionOf(closedAt);
    position = calendar.arrival(
      random,
      job.processType,
      opened,
      Math.max(Math.min(close, today - total), opened),
    );
  }
  const visits: StageVisit[] = [];
  for (const leg of legs) {
    const enter = calendar.instantOf(position);
    const before = visits.at(-1);
    if (before) before.exit = enter;
    visits.push({ stageId: process.stages[leg.stage]?.id ?? '', enter, exit: null });
    position += leg.days * squeeze;
  }
  const first = visits[0];
  if (first && !plan.sourced && random.chance(0.55)) {
    // People apply in the evening and at weekends too.
    first.enter = Math.max(Math.floor(first.enter - random.between(0, 15) * HOUR), job.createdAt);
  }
  return {
    ...plan,
    createdAt: first?.enter ?? now,
    visits,
    path: legs.map(({ stage }) => stage),
    endedAt: plan.fate === 'ended' ? calendar.instantOf(position) : null,
  };
}

function straight(random: Random, stages: readonly StageSpec[], to: number): Leg[] {
  const legs: Leg[] = [];
  for (let stage = 0; stage <= to; stage++) {
    const spec = stages[stage];
    if (!spec) break;
    const skippable = stage > 0 && stage < to && spec.type !== 5 && spec.type !== 6;
    if (skippable && random.chance(0.015 + (spec.skip ?? 0))) continue;
    // Somebody catching up on the system clicks through a stage in a minute or two.
    const hop = stage < to && random.chance(0.03);
    legs.push({
      stage,
      days: hop
        ? random.between(0.7, 3) * WORK_MINUTE
        : Math.max(random.logNormal(spec.days, 0.7), 25 * WORK_MINUTE),
    });
  }
  return legs;
}

/** Moves back and returns, ends in an earlier stage, and slips of the mouse. */
function detour(random: Random, stages: readonly StageSpec[], legs: Leg[]): Leg[] {
  const isLate = (leg: Leg | undefined) => (stages[leg?.stage ?? 0]?.type ?? 8) >= 5;
  const days = (stage: number) =>
    Math.max(random.logNormal(stages[stage]?.days ?? 1, 0.7), 25 * WORK_MINUTE);
  const draw = random.next();
  const at = random.int(1, Math.max(legs.length - 1, 1));
  const here = legs[at];
  const before = legs[at - 1];
  if (draw < 0.035 && here && before && !isLate(here)) {
    // Back one stage, and on again.
    const again = { stage: here.stage, days: days(here.stage) };
    legs.splice(at + 1, 0, { stage: before.stage, days: days(before.stage) }, again);
  } else if (draw < 0.05) {
    // One stage further, then back to where it stays.
    const last = legs.at(-1);
    const beyond = (last?.stage ?? 0) + 1;
    if (last && (stages[beyond]?.type ?? 7) <= 4) {
      legs.push({ stage: beyond, days: days(beyond) }, { stage: last.stage, days: 1 });
    }
  } else if (draw < 0.068) {
    const slip = random.int(0, legs.length - 1);
    const from = legs[slip];
    const to = (from?.stage ?? 0) + random.int(1, 2);
    if (from && (stages[to]?.type ?? 7) <= 5 && !isLate(from)) {
      const minutes = random.between(0.3, 4) * WORK_MINUTE;
      legs.splice(slip + 1, 0, { stage: to, days: minutes }, { ...from, days: days(from.stage) });
    }
  }
  return legs;
}

/** How long it is, or was, in its last stage (working days). */
function dwell(random: Random, plan: Plan, stage: StageSpec | undefined): number {
  const median = stage?.days ?? 1;
  if (plan.fate === 'hired') return WORK_MINUTE;
  if (plan.fate === 'ended') return Math.max(random.logNormal(median * 0.9, 0.8), 40 * WORK_MINUTE);
  const late = (stage?.type ?? 1) >= 5;
  const age = random.logNormal(median * (late ? 0.6 : 1.05), 1.05);
  const stuck = !late && random.chance(0.16) ? random.between(4, 14) : 1;
  return Math.min(Math.max(age * stuck, 20 * WORK_MINUTE), 220);
}
