import type { WorldIndex } from '@/sandbox/world/indexes';
import type { Application, Talent, World } from '@/sandbox/world/types';

/** Where a change happens. */
export type Scene = { world: World; index: WorldIndex };

/** For each kind of change, how it is made true. */
export type Appliers<C extends { kind: string }> = {
  [K in C['kind']]: (scene: Scene, change: Extract<C, { kind: K }>) => void;
};

export class UnknownRecord extends Error {
  readonly code = 'unknown_record';
  constructor(id: string) {
    super(`The world holds no record ${id} of the kind the change is about`);
  }
}

export function need<T>(records: ReadonlyMap<string, T>, id: string): T {
  const record = records.get(id);
  if (record === undefined) throw new UnknownRecord(id);
  return record;
}

/** Something happened to the application: its modification time follows. */
export function touch({ world }: Scene, applicationId: string, at: number): void {
  need(world.applications, applicationId).modifiedAt = at;
}

export function unlock(talent: Talent, applicationId: string): void {
  if (talent.lockedByApplicationId === applicationId) talent.lockedByApplicationId = null;
}

export function enterStage(application: Application, stageId: string, at: number): void {
  const present = application.stageTimes.at(-1);
  if (present) present.exit = at;
  application.stageTimes.push({ stageId, enter: at, exit: null });
  application.stageId = stageId;
  application.modifiedAt = at;
}
