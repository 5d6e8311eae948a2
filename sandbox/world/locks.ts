import type { Application, World } from './types';

/** `lock_status` of CONTRACT section 4: 1 unlocked, 2 locked on another job, 3 locked on this one. */
export function lockStatusOf(world: World, application: Application): 1 | 2 | 3 {
  const holder = world.talents.get(application.talentId)?.lockedByApplicationId ?? null;
  if (holder === null) return 1;
  return holder === application.id ? 3 : 2;
}
