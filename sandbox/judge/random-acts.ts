import { z } from 'zod';
import { Act } from '@/sandbox/control/acts';
import type { Application } from '@/sandbox/world/types';
import { type Focus, idFor, snake } from './pools';

const HOUR = 3_600_000;
const JOINED = 7;

export const ACTS: readonly string[] = Act.options.map((option) => option.shape.act.value);

/** What a person could do to the focus in Feishu's own screens; null where nobody could. */
export function randomAct(name: string, focus: Focus): Record<string, unknown> | null {
  const option = Act.options.find((one) => one.shape.act.value === name);
  if (!option || !isSensible(name, focus)) return null;
  const act: Record<string, unknown> = { act: name };
  for (const [key, schema] of Object.entries(option.shape)) {
    const value = key === 'act' ? name : valueFor(key, schema, focus);
    if (value !== undefined) act[key] = value;
  }
  if ('begin' in act) act.end = Number(act.begin) + HOUR;
  return name === 'apply' && isActiveOn(focus, act) ? null : act;
}

/** The rules that bind people too: what no screen offers. */
function isSensible(name: string, { store, application }: Focus): boolean {
  const talent = store.world.talents.get(application.talentId);
  const hasJoined = store.index.stages.get(application.stageId)?.stage.type === JOINED;
  switch (name) {
    case 'move':
    case 'terminate':
    case 'lock':
    case 'transfer':
      return application.active && !hasJoined;
    case 'recover':
      return !application.active && !talent?.onboarded && !activeOnSameJob(store, application);
    default:
      return true;
  }
}

/** Nobody is taken up for a job twice. */
const isActiveOn = ({ store }: Focus, { talentId, jobId }: Record<string, unknown>) =>
  (store.index.applicationsByTalent.get(String(talentId)) ?? []).some(
    (other) => other.active && other.jobId === jobId,
  );

const activeOnSameJob = (store: Focus['store'], { talentId, jobId, id }: Application) =>
  (store.index.applicationsByTalent.get(talentId) ?? []).some(
    (other) => other.id !== id && other.jobId === jobId && other.active,
  );

function valueFor(key: string, schema: unknown, focus: Focus): unknown {
  const { random, store, application } = focus;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return random.chance(0.5) ? valueFor(key, schema.unwrap(), focus) : undefined;
  }
  if (schema instanceof z.ZodNullable) return valueFor(key, schema.unwrap(), focus);
  if (schema instanceof z.ZodUnion) return valueFor(key, random.pick(schema.options), focus);
  if (schema instanceof z.ZodLiteral) return random.pick([...schema.values]);
  if (schema instanceof z.ZodEnum) return random.pick(schema.options);
  if (schema instanceof z.ZodArray) return [valueFor(key, schema.element, focus)];
  if (schema instanceof z.ZodBoolean) return random.chance(0.5);
  if (schema instanceof z.ZodNumber) {
    if (/begin|end|At$/.test(key)) return Math.floor(store.now()) + random.int(-48, 48) * HOUR;
    return random.int(1, key === 'status' ? 10 : 5);
  }
  // What a person looks at: the application that was found sensible, and mostly its own records.
  if (key === 'applicationId') return application.id;
  if (key === 'jobId' && random.chance(0.3)) return application.jobId;
  if (key === 'talentId' && random.chance(0.9)) return application.talentId;
  return idFor(snake(key), focus) ?? random.pick(['备注', '120', 'x']);
}
