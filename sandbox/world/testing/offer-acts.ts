import type { OfferChange } from '@/sandbox/world/changes/offer-changes';
import type { OfferFormChange } from '@/sandbox/world/changes/offer-form-changes';
import type { OnboardingChange } from '@/sandbox/world/changes/onboarding-changes';
import type { Employee } from '@/sandbox/world/types';
import { type Maker, one } from './maker';

const named = (employee: Employee) => ({
  employeeId: employee.id,
  applicationId: employee.applicationId,
});

type Kind = OfferChange['kind'] | OfferFormChange['kind'] | OnboardingChange['kind'];

/** Makers of offers that are edited, forms that change, and all that follows an offer. */
export const OFFER_MAKERS: Record<Exclude<Kind, 'offer.created' | 'offer.changed'>, Maker> = {
  'offer.edited': ({ world }, { which, other }, at) => {
    const offer = one(other % 2 ? world.offers : world.internOffers, which);
    return offer
      ? { kind: 'offer.edited', at, offer: { ...offer, basicSalary: String(other), status: 3 } }
      : null;
  },
  'offer_form.field_changed': ({ world, nextId }, { which, other, text }, at) => {
    const form = one(world.offerForms, which);
    const fields = form?.modules.flatMap((module) => module.fields) ?? [];
    const field = fields[other % Math.max(fields.length, 1)];
    if (!form || !field) return null;
    const ids = { formId: form.id, fieldId: field.id, schemaId: nextId('offerForm') };
    return { kind: 'offer_form.field_changed', at, ...ids, name: { zh: text, en: text } };
  },
  'employee.converted': ({ world }, { which }, at) => {
    const employee = one(world.employees, which);
    return employee
      ? { kind: 'employee.converted', at, ...named(employee), convertedAt: at }
      : null;
  },
  'employee.conversion_undone': ({ world }, { which }, at) => {
    const employee = one(world.employees, which);
    return employee ? { kind: 'employee.conversion_undone', at, ...named(employee) } : null;
  },
  'employee.left': ({ world }, { which, text }, at) => {
    const employee = one(world.employees, which);
    return employee
      ? { kind: 'employee.left', at, ...named(employee), leftAt: at, note: text }
      : null;
  },
  'employee.leaving_undone': ({ world }, { which }, at) => {
    const employee = one(world.employees, which);
    return employee ? { kind: 'employee.leaving_undone', at, ...named(employee) } : null;
  },
  'employee.returned': ({ world }, { which }, at) => {
    const employee = one(world.employees, which);
    return employee ? { kind: 'employee.returned', at, ...named(employee) } : null;
  },
  'ehr_import.asked': ({ world, nextId }, { which, other }, at) => {
    const application = one(world.applications, which);
    const person = world.people[other % world.people.length];
    if (!application || !person) return null;
    const task = {
      id: nextId('ehrImportTask'),
      applicationId: application.id,
      operatorId: person.openId,
      departmentId: person.departmentId,
      state: 0 as const,
      failReason: '',
      redirectUrl: '',
      createdAt: at,
    };
    return { kind: 'ehr_import.asked', at, task };
  },
  'ehr_import.answered': ({ world }, { which, other, text }, at) => {
    const task = one(world.ehrImportTasks, which);
    const answer = { failReason: text, redirectUrl: '' };
    return task
      ? { kind: 'ehr_import.answered', at, taskId: task.id, state: other % 2 ? 1 : 2, ...answer }
      : null;
  },
  'agreement.created': ({ world, index, nextId }, { which, other }, at) => {
    const application = one(world.applications, which);
    if (!application || index.agreementByApplication.has(application.id)) return null;
    const about = { id: nextId('agreement'), applicationId: application.id };
    const agreement = { ...about, state: 1 + (other % 9), createdAt: at, modifiedAt: at };
    return { kind: 'agreement.created', at, agreement };
  },
  'agreement.changed': ({ world }, { which, other }, at) => {
    const agreement = one(world.agreements, which);
    const now = { state: 1 + (other % 9), modifiedAt: at };
    return agreement ? { kind: 'agreement.changed', at, agreementId: agreement.id, ...now } : null;
  },
  'agreement.deleted': ({ world }, { which }, at) => {
    const agreement = one(world.agreements, which);
    return agreement ? { kind: 'agreement.deleted', at, agreementId: agreement.id } : null;
  },
};
