import { createHash } from 'node:crypto';
import type { World } from '@/sandbox/world/types';

/**
 * The tenant's key as the API tells it. Made from the world's id, so that an app which remembers the
 * key notices when another world is behind the same app id.
 */
export const tenantKeyOf = (world: World): string =>
  createHash('sha256').update(world.id).digest('hex').slice(0, 16);
