import { z } from 'zod';
import { NoteDto, OtherApplicationDto } from './applications';
import { Id, Instant, LocalizedText, SyncNote } from './common';
import { DIRECTIONS, TALENT_SORTS } from './sorts';

export const TalentListQuery = z.object({
  /** Name (also pinyin or initials), company, school; phone tail of 4–11 digits; e-mail in full. */
  q: z.string().trim().max(100).optional(),
  degree: z.coerce.number().int().min(1).max(9).optional(),
  minYears: z.coerce.number().int().min(0).max(60).optional(),
  status: z.enum(['active', 'none_active', 'all']).default('all'),
  sort: z.enum(TALENT_SORTS).default('updated'),
  direction: z.enum(DIRECTIONS).default('desc'),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TalentListQuery = z.infer<typeof TalentListQuery>;

export const TalentRowDto = z.object({
  id: Id,
  name: z.string(),
  company: z.string().nullable(),
  title: z.string().nullable(),
  school: z.string().nullable(),
  topDegree: z.number().int().nullable(),
  experienceYears: z.number().int().nullable(),
  city: LocalizedText.nullable(),
  /** Among the viewer's own: all, and those active now. */
  applications: z.number().int(),
  active: z.number().int(),
  updatedAt: Instant.nullable(),
});
export type TalentRowDto = z.infer<typeof TalentRowDto>;

export const TalentListDto = z.object({
  items: z.array(TalentRowDto),
  total: z.number().int(),
  visible: z.number().int(),
  nextCursor: z.string().nullable(),
  sync: SyncNote,
});
export type TalentListDto = z.infer<typeof TalentListDto>;

/** Months as Feishu keeps them, `YYYY-MM`; `end` null while it lasts. */
const Range = { start: z.string().nullable(), end: z.string().nullable() };

export const TalentDto = z.object({
  id: Id,
  name: z.string(),
  gender: z.enum(['male', 'female', 'other']).nullable(),
  age: z.number().int().nullable(),
  experienceYears: z.number().int().nullable(),
  topDegree: z.number().int().nullable(),
  city: LocalizedText.nullable(),
  contact: z.object({
    /** `138****8000`, `a***@example.com`; null where Feishu holds none. */
    phone: z.string().nullable(),
    email: z.string().nullable(),
    mayReveal: z.boolean(),
  }),
  badges: z.object({
    lockedElsewhere: z.boolean(),
    inAgencyPeriod: z.boolean(),
    onboarded: z.boolean(),
  }),
  educations: z.array(
    z.object({
      ...Range,
      school: z.string(),
      major: z.string(),
      degree: z.number().int().nullable(),
    }),
  ),
  careers: z.array(
    z.object({ ...Range, company: z.string(), title: z.string(), description: z.string() }),
  ),
  projects: z.array(
    z.object({ ...Range, name: z.string(), role: z.string(), description: z.string() }),
  ),
  applications: z.array(OtherApplicationDto),
  /** Submitted interview scores the viewer may see, by dimension, over all visible applications. */
  scores: z.object({
    dimensions: z.array(
      z.object({
        id: z.string(),
        name: LocalizedText,
        mean: z.number(),
        n: z.number().int(),
        /** One entry an interviewer who scored it. */
        by: z.array(z.object({ name: LocalizedText, score: z.number(), round: z.number().int() })),
      }),
    ),
    /** Upper end of the scale. */
    of: z.number(),
    /** Records withheld because the viewer's own feedback is not in. */
    hidden: z.number().int(),
  }),
  notes: z.array(NoteDto),
  notesAsOf: Instant.nullable(),
  resumeAttachmentIds: z.array(Id),
  updatedAt: Instant.nullable(),
  sync: SyncNote,
});
export type TalentDto = z.infer<typeof TalentDto>;

export const RevealContactInput = z.strictObject({
  reason: z.string().trim().max(200).optional(),
});
export const RevealedContactDto = z.object({
  phone: z.string().nullable(),
  email: z.string().nullable(),
});
export type RevealedContactDto = z.infer<typeof RevealedContactDto>;
