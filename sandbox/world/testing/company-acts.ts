import type { PeopleChange } from '@/sandbox/world/changes/people-changes';
import type { ProcessChange } from '@/sandbox/world/changes/process-changes';
import type { TransferChange } from '@/sandbox/world/changes/transfer-changes';
import type { WorldStore } from '@/sandbox/world/store';
import type { Act } from './act';
import { type Maker, one } from './maker';

/** Makers for what changes about the company itself: its people, its processes, who is where. */
export const COMPANY_MAKERS: Record<
  (PeopleChange | ProcessChange | TransferChange)['kind'],
  Maker
> = {
  'person.renamed': ({ world }, { which, text }, at) => {
    const person = world.people[which % world.people.length];
    const name = text || '王某';
    return person
      ? { kind: 'person.renamed', at, openId: person.openId, name, enName: name }
      : null;
  },
  'person.resigned': ({ world }, { which }, at) => {
    const person = world.people[which % world.people.length];
    return person ? { kind: 'person.resigned', at, openId: person.openId } : null;
  },
  'process.stage_renamed': (store, act, at) => {
    const { process, from } = movement(store, act);
    if (!process || !from) return null;
    const name = { zh: act.text, en: act.text };
    return { kind: 'process.stage_renamed', at, processId: process.id, stageId: from.id, name };
  },
  'process.stage_added': (store, act, at) => {
    const { process, from } = movement(store, act);
    if (!process || !from) return null;
    const name = { zh: act.text, en: act.text };
    const stage = { id: store.nextId('stage'), name, type: 4 as const };
    return {
      kind: 'process.stage_added',
      at,
      processId: process.id,
      afterStageId: from.id,
      stage,
    };
  },
  'process.move_forbidden': (store, act, at) => {
    const { process, from, to } = movement(store, act);
    if (!process || !from || !to) return null;
    return { kind: 'process.move_forbidden', at, processId: process.id, from: from.id, to: to.id };
  },
  'process.move_allowed': ({ world }, { which }, at) => {
    const process = world.processes[which % world.processes.length];
    const rule = process?.forbiddenMoves[0];
    return process && rule
      ? { kind: 'process.move_allowed', at, processId: process.id, ...rule }
      : null;
  },
  'application.transferred': ({ world, index }, { which, other }, at) => {
    const application = one(world.applications, which);
    const job = one(world.jobs, other);
    const stage = index.processes.get(job?.processId ?? '')?.stages[0];
    if (!application || !job || !stage) return null;
    return {
      kind: 'application.transferred',
      at,
      applicationId: application.id,
      jobId: job.id,
      stageId: stage.id,
    };
  },
};

function movement({ world }: WorldStore, { which, other }: Act) {
  const process = world.processes[which % world.processes.length];
  const stages = process?.stages ?? [];
  const count = Math.max(stages.length, 1);
  return { process, from: stages[other % count], to: stages[(other + 2) % count] };
}
