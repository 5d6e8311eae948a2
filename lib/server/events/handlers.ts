import 'server-only';
import { z } from 'zod';
import type { Target } from '@/lib/server/mirror/target';

const id = z.string().regex(/^\d{1,20}$/);
const application = z.object({ application_id: id }).transform(ofApplication);

function ofApplication({ application_id }: { application_id: string }): Target[] {
  return [{ kind: 'application', id: application_id }];
}

/**
 * The events that are followed, and what each tells to be read again: Feishu sends ids only (CONTRACT
 * section 3.3). Deletions are read too: Feishu itself must say that it is gone.
 */
export const HANDLERS: ReadonlyMap<string, z.ZodType<Target[]>> = new Map<
  string,
  z.ZodType<Target[]>
>([
  ['hire.application.stage_changed_v1', application],
  [
    'hire.application.deleted_v1',
    z
      .object({ application_ids: z.array(id).max(1000) })
      .transform(({ application_ids }) =>
        application_ids.map((one): Target => ({ kind: 'application', id: one })),
      ),
  ],
  [
    'hire.talent.deleted_v1',
    z
      .object({ talent_id: id })
      .transform(({ talent_id }): Target[] => [{ kind: 'talent', id: talent_id }]),
  ],
  ['hire.talent.tag_subscription_v1', application],
  [
    'hire.offer.status_changed_v1',
    z
      .object({ offer_id: id })
      .transform(({ offer_id }): Target[] => [{ kind: 'offer', id: offer_id }]),
  ],
  ['hire.ehr_import_task.imported_v1', application],
  ['hire.ehr_import_task_for_internship_offer.imported_v1', application],
]);
