import type { World } from './types';

/** `recruitment_type` ids of internships, CONTRACT section 4. */
const INTERNSHIPS = ['202', '301'];

export const isInternship = (recruitmentTypeId: string | undefined): boolean =>
  INTERNSHIPS.includes(recruitmentTypeId ?? '');

/**
 * Takes the offers on internships out of the formal ones: the API keeps them apart. Makes no draw,
 * so what is drawn for offers stays what it is.
 */
export function separateInternOffers(world: World): void {
  for (const offer of [...world.offers.values()]) {
    const job = world.jobs.get(world.applications.get(offer.applicationId)?.jobId ?? '');
    if (!isInternship(job?.recruitmentTypeId)) continue;
    world.offers.delete(offer.id);
    world.internOffers.set(offer.id, { ...offer, offerType: 2 });
  }
}
