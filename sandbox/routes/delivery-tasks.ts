import { arrivalOf, type Website } from '@/sandbox/world/records/websites';
import { spread } from '@/sandbox/world/spread';
import type { Application, World } from '@/sandbox/world/types';

const MASK = 0x5a4db0c5e0d0f1c2n;
const hex = (value: bigint, digits: number) => value.toString(16).padStart(digits, '0');

/**
 * The task that delivered an application through a career site: 32 hexadecimal digits, as the page
 * has them. The id says which application it was, so that no task need be stored.
 */
export function deliveryTaskId(application: Application): string {
  const { id } = application;
  const sum = ['a', 'b'].map((topic) => hex(BigInt(spread(id, `task ${topic}`, 2 ** 32)), 8));
  return `${sum.join('')}${hex(BigInt(id) ^ MASK, 16)}`;
}

/** The application a task delivered, and where to; `undefined` for an id that is no task's. */
export function deliveredBy(
  world: World,
  taskId: string,
): { application: Application; website: Website } | undefined {
  if (!/^[0-9a-f]{32}$/.test(taskId)) return undefined;
  const application = world.applications.get(String(BigInt(`0x${taskId.slice(16)}`) ^ MASK));
  if (!application || deliveryTaskId(application) !== taskId) return undefined;
  const arrival = arrivalOf(world, application);
  return arrival ? { application, website: arrival.website } : undefined;
}
