import type { Text } from '@/sandbox/world/types';

/** `object_type` of CONTRACT section 10, offer application forms. */
export type OfferFieldType =
  | 'text'
  | 'long_text'
  | 'select'
  | 'multi_select'
  | 'date_select'
  | 'number'
  | 'amount'
  | 'formula'
  | 'default';

export type OfferField = {
  id: string;
  name: Text;
  type: OfferFieldType;
  customized: boolean;
  required: boolean;
  active: boolean;
  /** A change of the field through the API withdraws the offer's approval. */
  needsApproval: boolean;
  sensitive: boolean;
  options: { id: string; name: Text }[];
  /** Of pay fields, in brackets by id: `[7…] * 12`. */
  formula: string | null;
  /** The name under which an offer's body carries a preset field; null for the form's own. */
  wire: string | null;
};

export type OfferModule = { id: string; name: Text; customized: boolean; fields: OfferField[] };

export type OfferForm = {
  id: string;
  name: Text;
  /** 1 social, 2 campus: which jobs use it. */
  processType: 1 | 2;
  createdAt: number;
  /** Oldest first; every change of the form adds one, and only the last may be used. */
  schemaIds: string[];
  modules: OfferModule[];
};

/** The schema that the offers made before the world's epoch were filled in with. */
export const generatedSchemaOf = (form: OfferForm): string => form.schemaIds[1] ?? '';
export const newestSchemaOf = (form: OfferForm): string => form.schemaIds.at(-1) ?? '';
export const fieldsOf = (form: OfferForm): OfferField[] =>
  form.modules.flatMap((module) => module.fields);
