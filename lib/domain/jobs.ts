import { z } from 'zod';
import { Id, Instant, LocalizedText, OpenId, PersonRef, SyncNote } from './common';
import { DIRECTIONS, JOB_SORTS } from './sorts';

const list = <T extends z.ZodType<string>>(item: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(item).max(100).optional(),
  );

export const JobListQuery = z.object({
  q: z.string().trim().max(100).optional(),
  department: list(z.string().max(64)),
  city: list(z.string().max(64)),
  recruiter: list(OpenId),
  manager: list(OpenId),
  status: z.enum(['open', 'closed', 'all']).default('open'),
  type: z.enum(['social', 'campus']).optional(),
  sort: z.enum(JOB_SORTS).default('age'),
  direction: z.enum(DIRECTIONS).default('asc'),
});
export type JobListQuery = z.infer<typeof JobListQuery>;

/**
 * One number a step, screen to joined: applications now in that step: active ones for the first
 * six, hired ones for the last.
 */
export const StepCounts = z.tuple([
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
]);
export type StepCounts = z.infer<typeof StepCounts>;

/** How a job is doing, as a word with its reason: the figures that made us say so. */
export const JobHealth = z.object({
  level: z.enum(['on_track', 'at_risk', 'stuck', 'filled', 'closed']),
  /** Message key under `jobs.health.*` with its arguments. */
  reason: z.enum([
    'filled',
    'closed',
    'no_candidates',
    'nobody_late',
    'stale',
    'old_and_empty',
    'moving',
  ]),
  /** Stale applications behind `stale`. */
  stale: z.number().int(),
});
export type JobHealth = z.infer<typeof JobHealth>;

export const JobRowDto = z.object({
  id: Id,
  code: z.string(),
  title: z.string(),
  type: z.enum(['social', 'campus']),
  open: z.boolean(),
  department: z.object({ id: z.string(), name: LocalizedText }).nullable(),
  cities: z.array(LocalizedText),
  recruiter: PersonRef.nullable(),
  managers: z.array(PersonRef),
  /** Null where Feishu holds none. */
  headCount: z.number().int().nullable(),
  hired: z.number().int(),
  /** In the process now, joined left out. */
  active: z.number().int(),
  counts: StepCounts,
  createdAt: Instant,
  /** Calendar days since created (closed ones too: Feishu gives no closing time). */
  ageDays: z.number().int(),
  health: JobHealth,
});
export type JobRowDto = z.infer<typeof JobRowDto>;

const Facet = z.object({ id: z.string(), name: LocalizedText, count: z.number().int() });

export const JobListDto = z.object({
  items: z.array(JobRowDto),
  /** Jobs the person may see, before filters: tells "none match" from "none are yours". */
  visible: z.number().int(),
  facets: z.object({
    departments: z.array(Facet),
    cities: z.array(Facet),
    recruiters: z.array(Facet),
    managers: z.array(Facet),
  }),
  sync: SyncNote,
});
export type JobListDto = z.infer<typeof JobListDto>;

export const StageDto = z.object({
  id: Id,
  name: LocalizedText,
  /** Feishu's stage.type. */
  type: z.number().int(),
  step: z.string(),
});
export type StageDto = z.infer<typeof StageDto>;

export const JobDto = JobRowDto.extend({
  description: z.string(),
  requirement: z.string(),
  process: z.object({ id: z.string(), name: LocalizedText, stages: z.array(StageDto) }).nullable(),
  assistants: z.array(PersonRef),
  recruitmentType: LocalizedText.nullable(),
  category: LocalizedText.nullable(),
  level: z.object({ min: z.string(), max: z.string() }).nullable(),
  /** Thousands of CNY a month; only with `salary:read` on this job. */
  salary: z.object({ min: z.number(), max: z.number() }).nullable(),
  updatedAt: Instant,
  expiresAt: Instant.nullable(),
  ended: z.number().int(),
  /** The viewer recruits for it: may move and end its applications. */
  mayMove: z.boolean(),
  sync: SyncNote,
});
export type JobDto = z.infer<typeof JobDto>;
