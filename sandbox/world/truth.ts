import { dateOf, MINUTE } from './calendar';
import { type Spread, spreadOf } from './percentiles';
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
  /** Passed of those decided here; null while nobody is. */
  passRate: number | null;
  /** Visits that were left for another stage. */
  completedVisits: number;
} & Spread;

type SourceTruth = { sourceId: string; applied: number; hired: number };
type StageTruth = { stageId: string; completedVisits: number } & Spread;

export type Truth = {
  applications: number;
  /** In the process: neither terminated nor joined. */
  active: number;
  hired: number;
  ended: number;
  accidentalVisits: number;
  steps: StepTruth[];
  /** In the order of the processes; stages that nobody left again have no times. */
  stages: StageTruth[];
  /** From the application to the joined stage. */
  timeToJoin: { hired: number } & Spread;
  /** In the order of the world's sources, those without applications left out. */
  sources: (SourceTruth & { hireRate: number })[];
  /** Applications by the month they came in, `YYYY-MM` in Shanghai, oldest first. */
  months: { month: string; applied: number }[];
  /** Formal offers by `offer_status`, and the accepted ones of those decided (7 of 7, 8 and 9). */
  offers: { byStatus: Record<string, number>; acceptanceRate: number | null };
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
  }));
  const durations = new Map<string, number[]>();
  const toJoin: number[] = [];
  const months = new Map<string, number>();
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
      if (exit !== null) listOf(durations, stageId).push(exit - enter);
    }
    const joined = outcome === 'hired' ? application.stageTimes.at(-1) : undefined;
    if (joined) toJoin.push(joined.enter - application.createdAt);
    const month = dateOf(application.createdAt).slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
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
    steps: steps.map((step) => {
      const ofStep = [...durations].filter(([stageId]) => stepOf.get(stageId) === step.step);
      const all = ofStep.flatMap(([, list]) => list);
      const passRate = rateOf(step.passed, step.passed + step.dropped);
      return { ...step, passRate, completedVisits: all.length, ...spreadOf(all) };
    }),
    stages: world.processes.flatMap(({ stages }) =>
      stages.map(({ id }) => {
        const list = durations.get(id) ?? [];
        return { stageId: id, completedVisits: list.length, ...spreadOf(list) };
      }),
    ),
    timeToJoin: { hired: toJoin.length, ...spreadOf(toJoin) },
    sources: world.sources.flatMap(({ id }) => {
      const source = sources.get(id);
      return source ? { ...source, hireRate: source.hired / source.applied } : [];
    }),
    months: [...months]
      .map(([month, applied]) => ({ month, applied }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    offers: offersOf(world),
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

function offersOf(world: World): Truth['offers'] {
  const byStatus: Record<string, number> = {};
  for (const { status } of world.offers.values()) byStatus[status] = (byStatus[status] ?? 0) + 1;
  const [accepted = 0, declined = 0, lapsed = 0] = [7, 8, 9].map((status) => byStatus[status] ?? 0);
  return { byStatus, acceptanceRate: rateOf(accepted, accepted + declined + lapsed) };
}

const rateOf = (part: number, whole: number) => (whole === 0 ? null : part / whole);

function listOf(lists: Map<string, number[]>, key: string): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
