import { z } from 'zod';
import { appendTo } from '@/sandbox/world/indexes';
import type { AgencyProtection } from '@/sandbox/world/records/agencies';
import { at, change, id } from './parts';
import { type Appliers, need } from './scene';

const protection: z.ZodType<AgencyProtection> = z.object({
  id,
  talentId: id,
  agencyId: id,
  accountId: id,
  startsAt: at,
  expiresAt: at,
  comment: z.string(),
  currentSalary: z.string(),
  expectedSalary: z.string(),
});

export const agencyChanges = [change('agency.protected', { protection })] as const;
export type AgencyChange = z.infer<(typeof agencyChanges)[number]>;

export const agencyAppliers: Appliers<AgencyChange> = {
  'agency.protected'(scene, { protection }) {
    need(scene.world.talents, protection.talentId);
    need(scene.world.agencies, protection.agencyId);
    scene.world.agencyProtections.set(protection.id, protection);
    appendTo(scene.index.protectionsByTalent, protection.talentId, protection);
  },
};
