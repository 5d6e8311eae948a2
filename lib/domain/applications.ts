import { z } from 'zod';
import { Id, Instant, LocalizedText, PersonRef, RequestId, StepName, SyncNote } from './common';
import { FEISHU_TASKS } from './feishu-tasks';
import { StageDto } from './jobs';
import { ApplicationRowDto } from './pipeline';

/** Text a person types: no control characters but line breaks and tabs. */
const typedText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/);

export const MoveApplicationInput = z.strictObject({
  toStageId: Id,
  /** The stage the person saw it in; a mismatch is 409. */
  expectedStageId: Id,
  requestId: RequestId,
});
export type MoveApplicationInput = z.infer<typeof MoveApplicationInput>;

export const TerminateApplicationInput = z.strictObject({
  /** 1 we rejected, 22 the candidate declined, 27 other (CONTRACT section 4). */
  terminationType: z.union([z.literal(1), z.literal(22), z.literal(27)]),
  /** Empty only where the tenant's list has no reason of this type. */
  reasonIds: z.array(Id).max(10),
  note: typedText(2000).optional(),
  requestId: RequestId,
});
export type TerminateApplicationInput = z.infer<typeof TerminateApplicationInput>;

export const RecoverApplicationInput = z.strictObject({ requestId: RequestId });
export type RecoverApplicationInput = z.infer<typeof RecoverApplicationInput>;

export const CreateNoteInput = z.strictObject({
  content: typedText(5000),
  isPrivate: z.boolean().default(false),
  requestId: RequestId,
});
export type CreateNoteInput = z.input<typeof CreateNoteInput>;

/** What a write answers: the application as it is now in Feishu, read back. */
export const ApplicationWriteDto = z.object({
  id: Id,
  stageId: Id,
  step: StepName,
  outcome: z.enum(['active', 'hired', 'ended']),
  /** The card as the board now draws it. */
  row: ApplicationRowDto,
});
export type ApplicationWriteDto = z.infer<typeof ApplicationWriteDto>;

export const VisitDto = z.object({
  stage: StageDto,
  enteredAt: Instant.nullable(),
  exitedAt: Instant.nullable(),
  /** Under five minutes and back again: shown, left out of the figures. */
  accidental: z.boolean(),
});
export type VisitDto = z.infer<typeof VisitDto>;

export const EvaluationDto = z.object({
  id: Id,
  evaluator: PersonRef,
  stageName: LocalizedText.nullable(),
  submitted: z.boolean(),
  conclusion: z.enum(['pass', 'fail']).nullable(),
  content: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type EvaluationDto = z.infer<typeof EvaluationDto>;

export const TestDto = z.object({
  id: Id,
  paper: z.string(),
  status: z.enum([
    'not_arranged',
    'unanswered',
    'answered',
    'to_mark',
    'passed',
    'failed',
    'arrange_failed',
    'unknown',
  ]),
  score: z.string().nullable(),
  startAt: Instant.nullable(),
  endAt: Instant.nullable(),
  completedAt: Instant.nullable(),
});
export type TestDto = z.infer<typeof TestDto>;

export const DimensionScoreDto = z.object({
  dimensionId: z.string(),
  name: LocalizedText,
  score: z.number().nullable(),
  comment: z.string(),
});

export const InterviewRecordDto = z.object({
  id: Id,
  interviewer: PersonRef,
  submitted: z.boolean(),
  submittedAt: Instant.nullable(),
  /** True: content is withheld until the viewer's own feedback is in. */
  hidden: z.boolean(),
  conclusion: z.enum(['pass', 'fail', 'undecided', 'no_show', 'not_started', 'pending']),
  content: z.string(),
  score: z.object({ value: z.number(), of: z.number() }).nullable(),
  dimensions: z.array(DimensionScoreDto),
});
export type InterviewRecordDto = z.infer<typeof InterviewRecordDto>;

export const InterviewDto = z.object({
  id: Id,
  round: z.number().int(),
  stageName: LocalizedText.nullable(),
  beginAt: Instant,
  endAt: Instant,
  kind: z.enum(['onsite', 'phone', 'video', 'unknown']),
  state: z.enum(['ahead', 'running', 'held', 'cancelled']),
  records: z.array(InterviewRecordDto),
});
export type InterviewDto = z.infer<typeof InterviewDto>;

export const OFFER_STATUS_NAMES = [
  'not_applied',
  'created',
  'approving',
  'withdrawn',
  'approved',
  'rejected',
  'sent',
  'accepted',
  'declined',
  'expired',
  'unknown',
] as const;

export const OfferDto = z.object({
  id: Id,
  status: z.enum(OFFER_STATUS_NAMES),
  owner: PersonRef.nullable(),
  createdAt: Instant.nullable(),
  sentAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
  /** Planned first day, as Feishu holds it (a date, no time zone). */
  onboardDate: z.string().nullable(),
  /** Null: withheld or not given; `salaryHidden` says which. */
  salary: z
    .object({
      currency: z.string(),
      basic: z.string(),
      /** What `basic` is paid for. */
      period: z.enum(['day', 'month']),
      probationPercent: z.string().nullable(),
    })
    .nullable(),
  salaryHidden: z.boolean(),
});
export type OfferDto = z.infer<typeof OfferDto>;

export const NoteDto = z.object({
  id: Id,
  author: PersonRef.nullable(),
  content: z.string(),
  isPrivate: z.boolean(),
  applicationId: Id.nullable(),
  createdAt: Instant,
});
export type NoteDto = z.infer<typeof NoteDto>;

/** Another application of the same person, outside or inside the viewer's scope: one line. */
export const OtherApplicationDto = z.object({
  /** Null outside the viewer's scope: no link then. */
  id: Id.nullable(),
  jobTitle: z.string(),
  step: StepName,
  outcome: z.enum(['active', 'hired', 'ended']),
  recruiter: PersonRef.nullable(),
  createdAt: Instant.nullable(),
  endedAt: Instant.nullable(),
});
export type OtherApplicationDto = z.infer<typeof OtherApplicationDto>;

export const TimelineEventDto = z.object({
  at: Instant,
  kind: z.enum([
    'applied',
    'stage_entered',
    'evaluation_asked',
    'evaluation_done',
    'test_arranged',
    'test_done',
    'interview',
    'feedback',
    'offer_created',
    'offer_sent',
    'joined',
    'ended',
    'recovered',
    'note',
  ]),
  /** Who did it, where it can be known; null means "in Feishu". */
  actor: PersonRef.nullable(),
  /** Stage, conclusion, paper, note text …: what the line names, if anything. */
  subject: LocalizedText.nullable(),
});
export type TimelineEventDto = z.infer<typeof TimelineEventDto>;

export const TerminationReasonDto = z.object({
  id: Id,
  name: LocalizedText,
  type: z.union([z.literal(1), z.literal(22), z.literal(27)]),
});
export type TerminationReasonDto = z.infer<typeof TerminationReasonDto>;

export const ApplicationDto = z.object({
  row: ApplicationRowDto,
  job: z.object({
    id: Id,
    title: z.string(),
    type: z.enum(['social', 'campus']),
    department: LocalizedText.nullable(),
    recruiter: PersonRef.nullable(),
    managers: z.array(PersonRef),
    /** True when the viewer may open the job's own page. */
    visible: z.boolean(),
  }),
  talent: z
    .object({
      id: Id,
      name: z.string(),
      headline: z.string().nullable(),
      topDegree: z.number().int().nullable(),
      experienceYears: z.number().int().nullable(),
      city: LocalizedText.nullable(),
    })
    .nullable(),
  deliveryType: z.enum(['sourced', 'applied', 'unknown']),
  modifiedAt: Instant.nullable(),
  termination: z
    .object({
      by: z.enum(['us', 'candidate', 'other']),
      reasons: z.array(LocalizedText),
      note: z.string(),
      at: Instant.nullable(),
      /** `latest`: Feishu gives no time; it ended at this moment at the latest. */
      precision: z.enum(['exact', 'latest']),
    })
    .nullable(),
  stages: z.array(StageDto),
  visits: z.array(VisitDto),
  evaluations: z.array(EvaluationDto),
  tests: z.array(TestDto),
  interviews: z.array(InterviewDto),
  offer: OfferDto.nullable(),
  onboarding: z
    .object({
      joinedAt: Instant.nullable(),
      expectedConversionAt: Instant.nullable(),
      left: z.boolean(),
    })
    .nullable(),
  notes: z.array(NoteDto),
  /** When the notes and the offer were last read; null: not yet. */
  notesAsOf: Instant.nullable(),
  resume: z.object({ attachmentId: Id }).nullable(),
  others: z.array(OtherApplicationDto),
  timeline: z.array(TimelineEventDto),
  reasons: z.array(TerminationReasonDto),
  allowed: z.object({
    move: z.boolean(),
    end: z.boolean(),
    recover: z.boolean(),
    note: z.boolean(),
  }),
  /** What the viewer does, or looks after, on Feishu's own pages; `href` null: no link configured. */
  feishuTasks: z.array(
    z.object({ kind: z.enum(FEISHU_TASKS), own: z.boolean(), href: z.url().nullable() }),
  ),
  sync: SyncNote,
});
export type ApplicationDto = z.infer<typeof ApplicationDto>;
