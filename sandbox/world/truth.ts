import { MINUTE } from './calendar';
import type { Application, Process, StageVisit, World } from './types';

/** Steps 1 (screen) to 7 (joined) of PRODUCT section 4. */
type StepTruth = {
  step: number;
  /** Furthest step is this one or a later one. */
  reached: number;
  /** Of those, without a visit here. */
  skipped: number;
  passed: number;
  dropped: number;
  inProgress: number;
  /** Visits that were left for another stage, and their median in ms (null without any). */
  completedVisits: number;
  medianMs: number | null;
};

type SourceTruth = { sourceId: string; applied: number; hired: number };

export type Truth = {
  applications: number;
  /** In the process: neither terminated nor joined. */
  active: number;
  hired: number;
  ended: number;
  accidentalVisits: number;
  steps: StepTruth[];
  /** In the order of the world's sources, those without applications left out. */
  sources: SourceTruth[];
  /** Active or joined applications by stage id. */
  boards: Map<string, Map<string, number>>;
};

const STEPS = 7;
const ACCIDENT = 5 * MINUTE;

/** What reports over all applications of the world must say (PRODUCT section 4). */
export function truthOf(world: World): Truth {
  const stepOf = stepsOfStages(world.processes);
  const steps = Array.from({ length: STEPS }, (_, at) => ({
    step: at + 1,
    reached: 0,
    skipped: 0,
    passed: 0,
    dropped: 0,
    inProgress: 0,
    durations: [] as number[],
  }));
  const sources = new Map<string, SourceTruth>();
  const boards: Truth['boards'] = new Map();
  const totals = { applications: 0, active: 0, hired: 0, ended: 0, accidentalVisits: 0 };

  for (const application of world.applications.values()) {
    const visits = application.stageTimes.filter(
      (_, at) => !isAccident(application.stageTimes, at),
    );
    const visited = new Set(visits.map(({ stageId }) => stepOf.get(stageId) ?? 1));
    const furthest = Math.max(...visited);
    const outcome = outcomeOf(application, stepOf);

    totals.applications++;
    totals[outcome]++;
    totals.accidentalVisits += application.stageTimes.length - visits.length;
    for (const step of steps) {
      if (step.step > furthest) break;
      step.reached++;
      if (!visited.has(step.step)) step.skipped++;
      if (furthest > step.step) step.passed++;
      else if (outcome === 'ended') step.dropped++;
      else if (outcome === 'active') step.inProgress++;
    }
    for (const { stageId, enter, exit } of visits) {
      if (exit !== null) steps[(stepOf.get(stageId) ?? 1) - 1]?.durations.push(exit - enter);
    }
    const source = sources.get(application.sourceId) ?? {
      sourceId: application.sourceId,
      applied: 0,
      hired: 0,
    };
    source.applied++;
    if (outcome === 'hired') source.hired++;
    sources.set(application.sourceId, source);
    if (outcome !== 'ended') count(boards, application.jobId, application.stageId);
  }
  return {
    ...totals,
    steps: steps.map(({ durations, ...step }) => ({
      ...step,
      completedVisits: durations.length,
      medianMs: median(durations),
    })),
    sources: world.sources.flatMap(({ id }) => sources.get(id) ?? []),
    boards,
  };
}

/** Types 1 to 7 are the steps; any other stage counts as the step of the stage before it. */
function stepsOfStages(processes: Process[]): Map<string, number> {
  const steps = new Map<string, number>();
  for (const { stages } of processes) {
    let step = 1;
    for (const { id, type } of stages) {
      if (type <= STEPS) step = type;
      steps.set(id, step);
    }
  }
  return steps;
}

/** A visit under five minutes that led back to where it came from. */
export function isAccident(visits: readonly StageVisit[], at: number): boolean {
  const visit = visits[at];
  const before = visits[at - 1];
  const after = visits[at + 1];
  if (!visit || !before || !after || visit.exit === null) return false;
  return before.stageId === after.stageId && visit.exit - visit.enter < ACCIDENT;
}

function outcomeOf(
  application: Application,
  stepOf: Map<string, number>,
): 'active' | 'hired' | 'ended' {
  if (!application.active) return 'ended';
  return stepOf.get(application.stageId) === STEPS ? 'hired' : 'active';
}

function count(boards: Truth['boards'], jobId: string, stageId: string): void {
  const board = boards.get(jobId) ?? new Map<string, number>();
  board.set(stageId, (board.get(stageId) ?? 0) + 1);
  boards.set(jobId, board);
}

/** The mean of the middle two for an even number, as `percentile_cont` has it. */
function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.sort((a, b) => a - b);
  const upper = sorted[values.length >> 1] ?? 0;
  if (values.length % 2 === 1) return upper;
  return ((sorted[(values.length >> 1) - 1] ?? 0) + upper) / 2;
}
