import { DAY } from './calendar';
import type { Ids } from './ids';
import { OFFER_FORMS, type OfferFieldSpec } from './offer-form-data';
import type { OfferField, OfferForm } from './records/offer-forms';

/** The tenant's offer application forms: one for each kind of process, each changed once so far. */
export function makeOfferForms(ids: Ids, epoch: number): Map<string, OfferForm> {
  const forms = OFFER_FORMS.map(({ name, processType, age, modules }): OfferForm => {
    const id = ids.next('offerForm');
    const form: OfferForm = {
      id,
      name,
      processType,
      createdAt: Math.floor(epoch - age * DAY),
      schemaIds: [ids.next('offerForm'), ids.next('offerForm')],
      modules: modules.map((module) => ({
        id: ids.next('offerForm'),
        name: module.name,
        customized: module.customized,
        fields: module.fields.map((spec) => makeField(ids, spec, module.customized)),
      })),
    };
    nameFormulas(form);
    return form;
  });
  return new Map(forms.map((form) => [form.id, form]));
}

function makeField(ids: Ids, spec: OfferFieldSpec, customized: boolean): OfferField {
  return {
    id: ids.next('offerForm'),
    name: spec.name,
    type: spec.type,
    customized,
    required: spec.required ?? false,
    active: spec.retired !== true,
    needsApproval: spec.needsApproval ?? false,
    sensitive: spec.sensitive ?? false,
    options: (spec.options ?? []).map((name) => ({ id: ids.next('offerForm'), name })),
    formula: spec.formula ?? null,
    wire: spec.wire ?? null,
  };
}

/** Formulas are written with names of pay fields; the form carries their ids. */
function nameFormulas(form: OfferForm): void {
  const fields = form.modules.flatMap((module) => module.fields);
  for (const field of fields) {
    field.formula =
      field.formula?.replace(/\[([a-z_]+)\]/g, (_, wire: string) => {
        return `[${fields.find((other) => other.wire === wire)?.id ?? ''}]`;
      }) ?? null;
  }
}
