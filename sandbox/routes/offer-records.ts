import type { Call } from '@/sandbox/platform/call';
import { isInternship } from '@/sandbox/world/intern-offers';
import { generatedSchemaOf, type OfferForm } from '@/sandbox/world/records/offer-forms';
import type { Application, Job, Location, Offer } from '@/sandbox/world/types';
import { OFFER } from './offer-rules';

export const isInternOffer = (offer: Offer): boolean => offer.offerType === 2;

export function offerById(call: Call, code: number): Offer {
  const id = call.param('offer_id');
  return call.found(call.world.offers.get(id) ?? call.world.internOffers.get(id), code);
}

export function offersOf(call: Call, application: Application): Offer[] {
  const formal = call.index.offerByApplication.get(application.id);
  const intern = call.index.internOfferByApplication.get(application.id);
  return [formal, intern].flatMap((offer) => offer ?? []);
}

export function jobOf(call: Call, applicationId: string): Job | undefined {
  return call.world.jobs.get(call.world.applications.get(applicationId)?.jobId ?? '');
}

export function stageTypeOf(call: Call, applicationId: string): number | undefined {
  const stageId = call.world.applications.get(applicationId)?.stageId;
  return call.index.stages.get(stageId ?? '')?.stage.type;
}

/**
 * The state as the API tells it: that of an accepted internship offer goes on with its application
 * and its employee (to join, joined, left), which are where the world keeps it.
 */
export function statusOf(call: Call, offer: Offer): number {
  if (!isInternOffer(offer) || offer.status !== OFFER.accepted) return offer.status;
  const employee = call.index.employeeByApplication.get(offer.applicationId);
  if (employee) return employee.onboardStatus === 1 ? OFFER.internJoined : OFFER.internLeft;
  return stageTypeOf(call, offer.applicationId) === 6 ? OFFER.internToJoin : offer.status;
}

/** The form the offers of a job are filled in with. */
export function formOf(call: Call, job: Job | undefined): OfferForm | undefined {
  const chosen = call.world.offerForms.get(
    call.world.jobConfigs.get(job?.id ?? '')?.offerFormId ?? '',
  );
  if (chosen) return chosen;
  return [...call.world.offerForms.values()].find((form) => form.processType === job?.processType);
}

export function schemaOf(call: Call, offer: Offer): string {
  const form = formOf(call, jobOf(call, offer.applicationId));
  return offer.terms?.schemaId ?? (form ? generatedSchemaOf(form) : '');
}

/** Where the person will work: as the offer says, or for generated ones in the job's first city. */
export function workplaceOf(call: Call, offer: Offer): Location | undefined {
  if (offer.terms) {
    return call.world.locations.find(({ id }) => id === offer.terms?.workAddressId);
  }
  const city = jobOf(call, offer.applicationId)?.cityCodes[0];
  return call.world.locations.find(({ cityCode }) => cityCode === city);
}

/** `employee_type` of those whose offer names none. */
export function employeeTypeOf(call: Call, offer: Offer) {
  const isIntern =
    isInternOffer(offer) || isInternship(jobOf(call, offer.applicationId)?.recruitmentTypeId);
  return isIntern
    ? { key: 'employee-type:intern', name: { zh: '实习', en: 'Intern' } }
    : { key: 'employee-type:regular', name: { zh: '正式', en: 'Regular' } };
}

/** Custom values of an offer, grouped under the form's own modules that hold their fields. */
export function customModulesOf(call: Call, offer: Offer) {
  const form = formOf(call, jobOf(call, offer.applicationId));
  const values = offer.terms?.custom ?? [];
  return (form?.modules ?? [])
    .filter(({ customized }) => customized)
    .map((module) => ({
      ID: module.id,
      object_list: module.fields.flatMap((field) => {
        const value = values.find(({ id }) => id === field.id)?.value;
        return value === undefined ? [] : [{ object_id: field.id, customize_value: value }];
      }),
    }))
    .filter(({ object_list }) => object_list.length > 0);
}
