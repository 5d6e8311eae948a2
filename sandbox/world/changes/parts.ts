import { z } from 'zod';

/** What the records of a journal are made of. */
export const id = z.string().min(1);
/** Epoch milliseconds of the world's clock. */
export const at = z.number().int();
export const passOrFail = z.union([z.literal(1), z.literal(2)]);
export const terminationType = z.union([z.literal(1), z.literal(22), z.literal(27)]);

export const ids = z.array(id);
export const text = z.object({ zh: z.string(), en: z.string() });
/** The answer to a field of a form. */
export const customValue = z.object({ fieldId: id, value: z.string() });

/** One kind of change: a line of the journal. */
export const change = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), at, ...shape });
