import { DAY } from './calendar';
import { SOURCES, type SourceSpec } from './dictionary-data';
import { BOARD_JOB } from './job-data';
import type { JobPlan } from './jobs';
import type { Fate, Plan } from './journey';
import type { StageSpec } from './process-data';
import type { Random } from './random';

/** Shares of all applications. */
const ACTIVE = 0.288;
const HIRED = 0.025;
/** 315 of 4,000: the board that screens are measured by. */
const BOARD_ACTIVE = 0.07875;
const BOARD_ENDED = 0.09;
const BOARD_HIRED = 0.05;

/** Evaluation and first interview of the board job: even a small world has somebody there. */
const FIRST_ON_BOARD = [1, 3];
/** The two jobs of the manager persona have active applications in a world of any size. */
const ALWAYS_ACTIVE = [1, 2];

/** What becomes of each of the `size` applications: exact shares, drawn details. */
export function makePlans(random: Random, jobs: JobPlan[], size: number, epoch: number): Plan[] {
  const active = Math.round(size * ACTIVE);
  const hired = Math.round(size * HIRED);
  const onBoard = Math.round(size * BOARD_ACTIVE);
  const plans: Plan[] = [];

  const hires = withBoard(jobs, BOARD_HIRED, (plan) => {
    if (plan.closedAt) return plan.spec.draw * 1.5;
    return epoch - plan.job.createdAt < 110 * DAY ? 0 : plan.spec.draw * 0.7;
  });
  for (let i = 0; i < hired; i++) {
    const { plan } = random.weighted(hires, ({ weight }) => weight);
    plans.push(withSource(random, plan, 'hired', plan.processSpec.stages.length - 1));
  }

  const turns = new Map<JobPlan, Turns>();
  const addActive = (plan: JobPlan, stage?: number) => {
    let turn = turns.get(plan);
    if (!turn) {
      turn = new Turns(
        plan.processSpec.stages.map((stage) => stage.crowd * random.between(0.8, 1.25)),
      );
      turns.set(plan, turn);
    }
    plans.push(withSource(random, plan, 'active', stage ?? turn.next()));
  };
  const jobTurns = new Turns(
    jobs.map((plan, at) => (at === BOARD_JOB ? 0 : plan.spec.draw * (plan.closedAt ? 0.03 : 1))),
  );
  const board = jobs[BOARD_JOB];
  for (let i = 0; i < onBoard && board; i++) addActive(board, FIRST_ON_BOARD[i]);
  for (let i = onBoard; i < active; i++) {
    const at = ALWAYS_ACTIVE[i - onBoard] ?? jobTurns.next();
    const plan = jobs[at];
    if (plan) addActive(plan);
  }

  const ends = withBoard(jobs, BOARD_ENDED, (plan) => {
    const monthsOpen = ((plan.closedAt ?? epoch) - plan.job.createdAt) / (30 * DAY);
    return plan.spec.draw * Math.min(monthsOpen / 6, 1.6) * (plan.closedAt ? 1.9 : 1);
  });
  while (plans.length < size) {
    const { plan } = random.weighted(ends, ({ weight }) => weight);
    const source = pickSource(random, plan, 0);
    plans.push(
      planned(random, plan, 'ended', fallAt(random, plan.processSpec.stages, source), source),
    );
  }
  return plans;
}

function withBoard(jobs: JobPlan[], share: number, weightOf: (plan: JobPlan) => number) {
  const weights = jobs.map((plan, at) => ({ plan, weight: at === BOARD_JOB ? 0 : weightOf(plan) }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const board = weights[BOARD_JOB];
  if (board) board.weight = (total * share) / (1 - share);
  return weights;
}

/** Who got far came more often from a good source. */
function withSource(random: Random, plan: JobPlan, fate: Fate, stage: number): Plan {
  return planned(random, plan, fate, stage, pickSource(random, plan, stage));
}

function pickSource(random: Random, plan: JobPlan, stage: number): number {
  const volume = (source: SourceSpec) =>
    plan.job.processType === 1 ? source.social : source.campus;
  const chosen = random.weighted(
    SOURCES,
    (source) => volume(source) * source.quality ** (stage / 2.5),
  );
  return SOURCES.indexOf(chosen);
}

function planned(random: Random, plan: JobPlan, fate: Fate, stage: number, source: number): Plan {
  return { plan, fate, stage, source, sourced: random.chance(SOURCES[source]?.sourced ?? 0) };
}

/** Where somebody who is not hired falls out; a good source carries further. */
function fallAt(random: Random, stages: readonly StageSpec[], source: number): number {
  const quality = SOURCES[source]?.quality ?? 1;
  for (;;) {
    const fall = stages.findIndex(({ pass }) => !random.chance(pass ** (1 / quality)));
    // Passing everything means hired: not this one, so draw again.
    if (fall >= 0) return fall;
  }
}

/** Deals turns in proportion to weights, as evenly as whole numbers allow. */
class Turns {
  readonly #weights: number[];
  readonly #total: number;
  readonly #credit: number[];

  constructor(weights: number[]) {
    this.#weights = weights;
    this.#total = weights.reduce((sum, weight) => sum + weight, 0);
    this.#credit = weights.map(() => 0);
  }

  next(): number {
    let best = 0;
    for (const [at, weight] of this.#weights.entries()) {
      this.#credit[at] = (this.#credit[at] ?? 0) + weight;
      if ((this.#credit[at] ?? 0) > (this.#credit[best] ?? 0)) best = at;
    }
    this.#credit[best] = (this.#credit[best] ?? 0) - this.#total;
    return best;
  }
}
