import type { Call } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import type { Interview, ProcessType, Stage, Text, World } from '@/sandbox/world/types';
import { idName } from './wire';

const DEFAULT: Text = { zh: '默认面试轮次', en: 'Default interview round' };
/** Set up once and switched off since. */
const RETIRED: Text = { zh: '加面', en: 'Additional interview' };

/** `bizId` stays when the type is edited, `id` does not; nothing edits one here. */
export type RoundType = {
  id: string;
  bizId: string;
  name: Text;
  processType: ProcessType;
  active: boolean;
};

const typeOf = (name: Text, processType: ProcessType, active: boolean): RoundType => ({
  id: digitsOf(`round-type:${processType}:${name.zh}`),
  bizId: digitsOf(`round-type-biz:${processType}:${name.zh}`),
  name,
  processType,
  active,
});

const INTERVIEW = 4;

/** The types a company like this sets up: one for each interview stage of its processes. */
export function roundTypesOf(world: World): RoundType[] {
  const types = new Map<string, RoundType>();
  const add = (name: Text, processType: ProcessType, active = true) => {
    const type = typeOf(name, processType, active);
    if (!types.has(type.id)) types.set(type.id, type);
  };
  for (const processType of [1, 2] as const) {
    add(DEFAULT, processType);
    for (const process of world.processes) {
      if (process.type !== processType) continue;
      for (const stage of process.stages) {
        if (stage.type === INTERVIEW) add(stage.name, processType);
      }
    }
    add(RETIRED, processType, false);
  }
  return [...types.values()];
}

/** As the list has it: the type of the interview's stage, the default outside interview stages. */
export function roundTypeOf(call: Call, interview: Interview) {
  const found = call.index.stages.get(interview.stageId);
  const type = typeOf(nameFor(found?.stage), found?.process.type ?? 1, true);
  return idName(type.id, type.name);
}

const nameFor = (stage: Stage | undefined) => (stage?.type === INTERVIEW ? stage.name : DEFAULT);
