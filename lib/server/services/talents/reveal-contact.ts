import 'server-only';
import { AppError } from '@/lib/domain/app-error';
import type { RevealedContactDto } from '@/lib/domain/talents';
import type { Actor } from '@/lib/server/db/actor';
import { type ContactField, openContact } from '@/lib/server/mirror/talents';
import { runtime } from '@/lib/server/runtime';
import { ACTIONS, audit, type RequestFacts } from '@/lib/server/services/audit';
import { mayReveal, readTalent, type TalentRow } from './read-talent';

/**
 * A talent's phone and e-mail in plain text. Logged before they are answered: no reveal without
 * its row.
 * @throws AppError NOT_FOUND outside the scope, FORBIDDEN where the person recruits for none of
 *   the talent's jobs
 */
export async function revealContact(
  actor: Actor,
  talentId: string,
  input: { reason?: string },
  facts: RequestFacts,
): Promise<RevealedContactDto> {
  const { db } = runtime();
  const talent = await readTalent(db, actor.scope, talentId);
  if (!(await mayReveal(db, actor.scope, talentId))) {
    throw new AppError('FORBIDDEN', 'Contact is for recruiters of a job of this talent');
  }
  await audit(db, {
    ...facts,
    actorOpenId: actor.openId,
    action: ACTIONS.revealContact,
    entity: 'talent',
    entityId: talentId,
    detail: input.reason ? { reason: input.reason } : {},
  });
  return { phone: opened(talent, 'phone'), email: opened(talent, 'email') };
}

function opened(talent: TalentRow, field: ContactField): string | null {
  const sealed = field === 'phone' ? talent.phoneSealed : talent.emailSealed;
  return sealed === null ? null : openContact(runtime().crypto, talent.id, field, sealed);
}
