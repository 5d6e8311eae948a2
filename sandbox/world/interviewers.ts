import { DAY } from './calendar';
import { openIdOf } from './people';
import { SEAT } from './people-data';
import type { Random } from './random';
import type { World } from './types';

/** Who of the interviewers and hiring managers was certified, or once looked at for it. */
export function addInterviewers(random: Random, world: World): void {
  for (const { openId, persona } of world.people) {
    if (persona !== 'interviewer' && persona !== 'manager') continue;
    const known = random.chance(0.8);
    const verified = random.chance(0.75);
    const updatedAt = Math.floor(world.epoch - random.between(2, 380) * DAY);
    // The interviewer persona is certified in every world.
    const isPersona = openId === openIdOf(SEAT.interviewer);
    if (!known && !isPersona) continue;
    world.interviewers.set(openId, { openId, verified: verified || isPersona, updatedAt });
  }
}
