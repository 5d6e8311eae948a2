import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { offsetPage } from '@/sandbox/platform/paging';
import type { Offer } from '@/sandbox/world/types';
import { applicationOf } from './applications';
import {
  employeeTypeOf,
  isInternOffer,
  jobOf,
  offerById,
  offersOf,
  statusOf,
} from './offer-records';
import { offerShape } from './offer-shape';
import { idZhEn } from './wire';

function listRow(call: Call, offer: Offer) {
  const job = jobOf(call, offer.applicationId);
  const type = employeeTypeOf(call, offer);
  return {
    id: offer.id,
    job_info: job ? { job_id: job.id, job_name: job.title } : undefined,
    create_time: Math.floor(offer.createdAt),
    offer_status: statusOf(call, offer),
    offer_type: isInternOffer(offer) ? 2 : 1,
    employee_type: idZhEn(offer.terms?.employeeTypeId ?? digitsOf(type.key), type.name),
    application_id: offer.applicationId,
  };
}

export const offerHandlers: Handlers = {
  /** Formal offers only. */
  'hire.v1.application.offer': (call) => {
    const application = applicationOf(call);
    const offer = call.index.offerByApplication.get(application.id);
    if (offer) return { offer: offerShape(call, offer) };
    if (call.switches.absentOffer === 'error') throw new Refusal(1002002);
    return {};
  },

  'hire.v1.offer.get': (call) => {
    const offer = offerById(call, call.switches.absentRecordCode);
    return { offer: { ...offerShape(call, offer), offer_type: isInternOffer(offer) ? 2 : 1 } };
  },

  /** All offers of a talent, interns' too, newest first. */
  'hire.v1.offer.list': (call) => {
    const talent = call.found(
      call.world.talents.get(call.query.must('talent_id')),
      call.switches.absentRecordCode,
    );
    const applications = call.index.applicationsByTalent.get(talent.id) ?? [];
    const offers = applications
      .flatMap((application) => offersOf(call, application))
      .sort((a, b) => b.createdAt - a.createdAt);
    return offsetPage(call, offers, (offer) => listRow(call, offer), 'number');
  },
};
