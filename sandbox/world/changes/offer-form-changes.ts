import { z } from 'zod';
import { fieldsOf } from '@/sandbox/world/records/offer-forms';
import { change, id } from './parts';
import { type Appliers, need, UnknownRecord } from './scene';

const text = z.object({ zh: z.string(), en: z.string() });

export const offerFormChanges = [
  /** A field of the form's own has another name or other options: the form gets a new schema. */
  change('offer_form.field_changed', {
    formId: id,
    fieldId: id,
    name: text,
    options: z.array(z.object({ id, name: text })).optional(),
    schemaId: id,
  }),
] as const;
export type OfferFormChange = z.infer<(typeof offerFormChanges)[number]>;

export const offerFormAppliers: Appliers<OfferFormChange> = {
  'offer_form.field_changed'(scene, change) {
    const form = need(scene.world.offerForms, change.formId);
    const field = fieldsOf(form).find(({ id }) => id === change.fieldId);
    if (!field) throw new UnknownRecord(change.fieldId);
    field.name = change.name;
    field.options = change.options ?? field.options;
    form.schemaIds.push(change.schemaId);
  },
};
