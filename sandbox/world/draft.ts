import type { WorkCalendar } from './calendar';
import type { Ids } from './ids';
import type { JobPlan } from './jobs';
import type { Journey } from './journey';
import type { StageSpec } from './process-data';
import type { Application, World } from './types';

/** A world in the making, with what its makers share. */
export type Draft = { world: World; ids: Ids; calendar: WorkCalendar; jobs: JobPlan[] };

/** One application and how it came to be, for those who add records to it. */
export type Case = { application: Application; journey: Journey };

/** One stay in a stage, closed by what came next. */
export type Stay = {
  stageId: string;
  spec: StageSpec;
  position: number;
  enter: number;
  /** When it was left or ended; null while it lasts. */
  exit: number | null;
  verdict: 'pass' | 'fail' | 'back' | 'quit' | 'open';
};

export function staysOf({ application, journey }: Case): Stay[] {
  const stages = journey.plan.processSpec.stages;
  return journey.visits.flatMap((visit, at) => {
    const position = journey.path[at] ?? 0;
    const spec = stages[position];
    if (!spec) return [];
    const next = journey.path[at + 1];
    const verdict =
      next === undefined
        ? application.active
          ? 'open'
          : application.terminationType === 1
            ? 'fail'
            : 'quit'
        : next > position
          ? 'pass'
          : 'back';
    const exit = visit.exit ?? application.terminatedAt;
    return [{ stageId: visit.stageId, spec, position, enter: visit.enter, exit, verdict }];
  });
}

/** Something happened to the application: its modification time follows. */
export function touch(application: Application, at: number): void {
  if (at > application.modifiedAt) application.modifiedAt = at;
}
