import { z } from 'zod';
import { Day, Id, OpenId, StepName } from './common';
import { APPLICATION_SORTS, DIRECTIONS } from './sorts';
import { TURN_PARTIES } from './turn';

/** Comma-separated in the URL, an array inside. */
const list = <T extends z.ZodType<string>>(item: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(item).max(100).optional(),
  );

const flag = z.preprocess(
  (value) =>
    value === 'true' || value === '1' ? true : value === 'false' || value === '' ? false : value,
  z.boolean().optional(),
);

/**
 * The one filter behind every tile, bar, column header and list. A number is shown only if this
 * type can say which rows it counts; `applicationsHref` turns it into the link to exactly those.
 */
export const ApplicationFilter = z.object({
  /** Name of the talent or title of the job, case-insensitive substring. */
  q: z.string().trim().max(100).optional(),
  job: list(Id),
  stage: list(Id),
  step: list(StepName),
  /**
   * `active`: in the process, not joined. `hired`: in a joined stage. `ended`: terminated.
   * `all`: everything. Default `active`.
   */
  status: z.enum(['active', 'hired', 'ended', 'all']).optional(),
  source: list(Id),
  department: list(z.string().max(64)),
  recruiter: list(OpenId),
  type: z.enum(['social', 'campus']).optional(),
  /** Created on or after this tenant day. */
  from: Day.optional(),
  /** Created on or before this tenant day. */
  to: Day.optional(),
  /** Joined on or after, on or before this tenant day; leaves out who has not. */
  hiredFrom: Day.optional(),
  hiredTo: Day.optional(),
  /** Furthest step is this one or later (PRODUCT section 4, "implied"). */
  reached: StepName.optional(),
  /** What became of it at the step named by `reached`; ignored without it. */
  outcome: z.enum(['passed', 'in_progress', 'dropped']).optional(),
  /** Active and in its stage for longer than the step's SLA. */
  stale: flag,
  /** Who must act next. */
  turn: z.enum(TURN_PARTIES).optional(),
  /** … and which person. */
  turnPerson: OpenId.optional(),
});
export type ApplicationFilter = z.infer<typeof ApplicationFilter>;

export const ApplicationListQuery = ApplicationFilter.extend({
  sort: z.enum(APPLICATION_SORTS).default('created'),
  direction: z.enum(DIRECTIONS).default('desc'),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ApplicationListQuery = z.infer<typeof ApplicationListQuery>;
