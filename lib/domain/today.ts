import { z } from 'zod';
import { ApplicationFilter } from './application-filter';
import { Id, Instant, LocalizedText, PersonRef, SyncNote } from './common';
import { ApplicationRowDto } from './pipeline';
import { TURN_PARTIES } from './turn';

/** Five, each with a list behind it. */
export const FIGURES = ['active', 'new_week', 'stuck', 'waiting_for_me', 'offers'] as const;

export const FigureDto = z.object({
  key: z.enum(FIGURES),
  value: z.number().int(),
  /** The list of exactly `value` rows. */
  filter: ApplicationFilter,
  /** The same count over the equal period before; null where a snapshot has no period. */
  previous: z.number().int().nullable(),
});
export type FigureDto = z.infer<typeof FigureDto>;

export const StuckGroupDto = z.object({
  party: z.enum(TURN_PARTIES),
  person: PersonRef.nullable(),
  /** Stale applications that wait for this party. */
  count: z.number().int(),
  /** The longest waiting since. */
  oldestSince: Instant,
  filter: ApplicationFilter,
  /** The longest waiting first, at most five; always there where `count` is one. */
  top: z.array(ApplicationRowDto),
});
export type StuckGroupDto = z.infer<typeof StuckGroupDto>;

export const TodayInterviewDto = z.object({
  id: Id,
  applicationId: Id,
  name: z.string(),
  jobTitle: z.string(),
  beginAt: Instant,
  endAt: Instant,
  round: z.number().int(),
  interviewers: z.array(LocalizedText),
  /** The viewer is one of them. */
  mine: z.boolean(),
});
export type TodayInterviewDto = z.infer<typeof TodayInterviewDto>;

export const InboxItemDto = z.object({
  kind: z.enum(['evaluation', 'feedback']),
  since: Instant,
  row: ApplicationRowDto,
});
export type InboxItemDto = z.infer<typeof InboxItemDto>;

export const TodayDto = z.object({
  figures: z.array(FigureDto),
  /** What waits for the viewer in person, oldest first. */
  inbox: z.array(InboxItemDto),
  stuck: z.array(StuckGroupDto),
  interviews: z.array(TodayInterviewDto),
  offersExpiring: z.array(z.object({ expiresAt: Instant, row: ApplicationRowDto })),
  sync: SyncNote,
});
export type TodayDto = z.infer<typeof TodayDto>;
