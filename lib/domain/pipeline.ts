import { z } from 'zod';
import { ApplicationFilter } from './application-filter';
import { FIRST_CARDS, MOST_CARDS } from './board-depth';
import { Id, Instant, LocalizedText, PersonRef, StepName, SyncNote } from './common';
import { TURN_PARTIES } from './turn';

export const TurnDto = z.object({
  party: z.enum(TURN_PARTIES),
  person: PersonRef.nullable(),
  since: Instant,
});
export type TurnDto = z.infer<typeof TurnDto>;

export const NextEventDto = z.object({
  kind: z.enum(['interview', 'offer_expiry', 'onboarding']),
  at: Instant,
  people: z.array(LocalizedText),
});
export type NextEventDto = z.infer<typeof NextEventDto>;

/** An application as a card or a row. Fields are null while the body is not read yet. */
export const ApplicationRowDto = z.object({
  id: Id,
  /** False: only id, job, stage and status are known; the rest is still on its way. */
  synced: z.boolean(),
  talentId: Id.nullable(),
  name: z.string().nullable(),
  /** Last company, else last school. */
  background: z.string().nullable(),
  source: LocalizedText.nullable(),
  job: z.object({ id: Id, title: z.string() }),
  stage: z.object({ id: Id, name: LocalizedText }),
  step: StepName,
  outcome: z.enum(['active', 'hired', 'ended']),
  /** 1 free, 2 locked by another application, 3 locked by this one (CONTRACT section 4). */
  lock: z.number().int().nullable(),
  createdAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** Of an ended one, as far as they are known by name. */
  endReasons: z.array(LocalizedText),
  stageEnteredAt: Instant.nullable(),
  /** Calendar days, from the step. */
  slaDays: z.number().int(),
  turn: TurnDto.nullable(),
  nextEvent: NextEventDto.nullable(),
});
export type ApplicationRowDto = z.infer<typeof ApplicationRowDto>;

export const BoardQuery = ApplicationFilter.pick({
  q: true,
  source: true,
  stale: true,
  turn: true,
  turnPerson: true,
  department: true,
  recruiter: true,
  type: true,
  stage: true,
  from: true,
  to: true,
}).extend({
  /** Across jobs: these alone. */
  jobs: ApplicationFilter.shape.job,
  /** One job: columns are its own stages. Without it: columns are the steps, across jobs. */
  job: Id.optional(),
  /** Next page of one column: the column's key and the cursor it gave. */
  column: z.string().max(40).optional(),
  cursor: z.string().max(400).optional(),
  /** Cards a column at most: a board asked for again keeps the depth it was scrolled to. */
  cards: z.coerce.number().int().min(1).max(MOST_CARDS).default(FIRST_CARDS),
});
export type BoardQuery = z.infer<typeof BoardQuery>;

export const BoardColumnDto = z.object({
  /** Stage id on a job's board, step name across jobs. */
  key: z.string(),
  name: LocalizedText.nullable(),
  step: StepName,
  /** Feishu's stage.type; null across jobs. */
  stageType: z.number().int().nullable(),
  /** Exact, under the board's filter: active ones, or hired ones in a joined column. */
  total: z.number().int(),
  cards: z.array(ApplicationRowDto),
  nextCursor: z.string().nullable(),
});
export type BoardColumnDto = z.infer<typeof BoardColumnDto>;

export const BoardDto = z.object({
  columns: z.array(BoardColumnDto),
  total: z.number().int(),
  /** Under the board's scope but without its filter: tells "none match" from "none here". */
  unfiltered: z.number().int(),
  sync: SyncNote,
});
export type BoardDto = z.infer<typeof BoardDto>;

export const ApplicationListDto = z.object({
  items: z.array(ApplicationRowDto),
  /** Rows of the whole filter, not of this page. */
  total: z.number().int(),
  nextCursor: z.string().nullable(),
  /** Rows the person may see at all. */
  visible: z.number().int(),
  facets: z.object({
    sources: z.array(z.object({ id: Id, name: LocalizedText })),
    departments: z.array(z.object({ id: z.string(), name: LocalizedText })),
    jobs: z.array(z.object({ id: Id, title: z.string() })),
    recruiters: z.array(PersonRef),
    /** Names for what a link may carry: stages, and whom active applications wait for. */
    stages: z.array(z.object({ id: Id, name: LocalizedText })),
    waitedFor: z.array(PersonRef),
  }),
  sync: SyncNote,
});
export type ApplicationListDto = z.infer<typeof ApplicationListDto>;
