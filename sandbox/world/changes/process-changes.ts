import { z } from 'zod';
import type { Process, Stage, StageType } from '@/sandbox/world/types';
import { change, id, text } from './parts';
import { type Appliers, need, type Scene, UnknownRecord } from './scene';

const stageType: z.ZodType<StageType> = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
  z.literal(8),
  z.literal(255),
]);
const stage: z.ZodType<Stage> = z.object({ id, name: text, type: stageType });
const move = { processId: id, from: id, to: id };

export const processChanges = [
  change('process.stage_renamed', { processId: id, stageId: id, name: text }),
  /** Into the process, after the stage named. */
  change('process.stage_added', { processId: id, afterStageId: id, stage }),
  /** 流程管控规则. */
  change('process.move_forbidden', move),
  change('process.move_allowed', move),
] as const;
export type ProcessChange = z.infer<(typeof processChanges)[number]>;

export const processAppliers: Appliers<ProcessChange> = {
  'process.stage_renamed'({ index }, change) {
    stageOf(need(index.processes, change.processId), change.stageId).name = change.name;
  },
  'process.stage_added'(scene, change) {
    const process = need(scene.index.processes, change.processId);
    const after = process.stages.indexOf(stageOf(process, change.afterStageId));
    process.stages = process.stages.toSpliced(after + 1, 0, change.stage);
    indexStages(scene);
  },
  'process.move_forbidden'({ index }, { processId, from, to }) {
    const process = need(index.processes, processId);
    process.forbiddenMoves = [...othersThan(process, from, to), { from, to }];
  },
  'process.move_allowed'({ index }, { processId, from, to }) {
    const process = need(index.processes, processId);
    process.forbiddenMoves = othersThan(process, from, to);
  },
};

function stageOf(process: Process, stageId: string): Stage {
  const found = process.stages.find((one) => one.id === stageId);
  if (!found) throw new UnknownRecord(stageId);
  return found;
}

function othersThan({ stages, forbiddenMoves }: Process, from: string, to: string) {
  for (const id of [from, to]) {
    if (!stages.some((stage) => stage.id === id)) throw new UnknownRecord(id);
  }
  return forbiddenMoves.filter((move) => move.from !== from || move.to !== to);
}

/** The stages after a new one have another position now. */
function indexStages({ world, index }: Scene): void {
  index.stages.clear();
  for (const process of world.processes) {
    for (const [position, stage] of process.stages.entries()) {
      index.stages.set(stage.id, { stage, process, position });
    }
  }
}
