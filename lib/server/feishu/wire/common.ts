import 'server-only';
import { z } from 'zod';

/**
 * Building blocks of the wire schemas. They read leniently: unknown fields are ignored, unknown
 * enum numbers kept as numbers, numbers accepted as decimal strings and the other way round.
 * Times of every spelling (ms or s, string or int, section 2.1) become epoch milliseconds.
 */

/** A required id: decimal string of up to 19 digits, `ou_…` or `od-…`. */
export const id = z.string().min(1);

/** An id that may be absent; Feishu also writes absence as `""` and `"0"`. */
export const optionalId = z
  .string()
  .transform((value) => (value === '' || value === '0' ? undefined : value))
  .optional();

export const optionalIds = z.array(z.string()).optional();

export const text = z.string().optional();
export const flag = z.boolean().optional();

const numeric = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);

/** A whole number, enums included. */
export const int = numeric.pipe(z.number().int());
export const optionalInt = int.optional();
export const optionalNumber = numeric.optional();

const instant = (unitMs: number) =>
  z
    .union([z.number().int(), z.string().regex(/^\d*$/).transform(Number)])
    // 0 and "" mean "not yet": nothing in Hire happened in 1970.
    .transform((value) => (value === 0 ? undefined : value * unitMs));

/** Milliseconds on the wire and here; undefined for `""` and `0`. */
export const optionalMs = instant(1).optional();
/** Seconds on the wire, milliseconds here. */
export const optionalSeconds = instant(1000).optional();

/** `YYYY-MM-DD`, also when wrapped as the JSON text `{"date":"…"}` (offers). */
export const optionalDate = z
  .string()
  .transform((value) => value.match(/\d{4}-\d{2}-\d{2}/)?.[0])
  .optional();

/** `YYYY-MM`, `YYYY-MM-DD` or `-` for "until now"; as it came, undefined when empty. */
export const optionalMonth = z
  .string()
  .transform((value) => value || undefined)
  .optional();

export const I18n = z.object({ zh_cn: text, en_us: text });
export const IdName = z.object({ id, name: I18n.optional() });
export const IdZhEn = z.object({ id, zh_name: text, en_name: text });
export const CodeName = z.object({ code: text, name: I18n.optional() });

export type FeishuI18n = z.infer<typeof I18n>;
