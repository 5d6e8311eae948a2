import 'server-only';
import type {
  EvaluationDto,
  InterviewDto,
  InterviewRecordDto,
  NoteDto,
  TestDto,
} from '@/lib/domain/applications';
import type { LocalizedText } from '@/lib/domain/common';
import type { evaluations, interviewRecords, tests } from '@/lib/server/db/schema/process-records';
import type { notes } from '@/lib/server/db/schema/talents';
import type { People } from '@/lib/server/services/people';
import type { Round } from './read-blocks';

export type StageName = (stageId: string | null) => LocalizedText | null;

export function toEvaluation(
  row: typeof evaluations.$inferSelect,
  people: People,
  stageName: StageName,
): EvaluationDto {
  return {
    id: row.id,
    evaluator: people.ref(row.evaluatorId),
    stageName: stageName(row.stageId),
    submitted: row.submitted,
    conclusion: row.conclusion === 1 ? 'pass' : row.conclusion === 2 ? 'fail' : null,
    content: row.content,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** CONTRACT section 4, test_status. */
const TEST_STATUS: Record<number, TestDto['status']> = {
  1: 'not_arranged',
  2: 'unanswered',
  3: 'answered',
  4: 'to_mark',
  5: 'passed',
  6: 'failed',
  7: 'arrange_failed',
};

export function toTest(row: typeof tests.$inferSelect): TestDto {
  return {
    id: row.id,
    paper: row.paper,
    status: TEST_STATUS[row.testStatus ?? 0] ?? 'unknown',
    score: row.score,
    startAt: iso(row.startAt),
    endAt: iso(row.endAt),
    completedAt: iso(row.completedAt),
  };
}

const INTERVIEW_KIND: Record<number, InterviewDto['kind']> = {
  1: 'onsite',
  2: 'phone',
  3: 'video',
};

type Viewer = {
  openId: string;
  /** `owesFeedback`: others' records keep their words and scores from this viewer. */
  owes: boolean;
  now: number;
};

export function toInterview(
  row: Round,
  people: People,
  stageName: StageName,
  viewer: Viewer,
): InterviewDto {
  return {
    id: row.id,
    round: row.round,
    stageName: stageName(row.stageId),
    beginAt: row.beginAt.toISOString(),
    endAt: row.endAt.toISOString(),
    kind: INTERVIEW_KIND[row.kind ?? 0] ?? 'unknown',
    state: stateOf(row, viewer.now),
    records: row.records.map((record) => toRecord(record, people, viewer)),
  };
}

function stateOf(row: Round, now: number): InterviewDto['state'] {
  if (row.cancelled) return 'cancelled';
  if (row.beginAt.getTime() > now) return 'ahead';
  return row.endAt.getTime() > now ? 'running' : 'held';
}

/** CONTRACT section 4, interview record conclusion; 4 is "not submitted". */
const CONCLUSION: Record<number, InterviewRecordDto['conclusion']> = {
  1: 'pass',
  2: 'fail',
  3: 'not_started',
  4: 'pending',
  5: 'no_show',
  6: 'undecided',
};

function toRecord(
  row: typeof interviewRecords.$inferSelect,
  people: People,
  viewer: Viewer,
): InterviewRecordDto {
  const shown = {
    id: row.id,
    interviewer: people.ref(row.interviewerId),
    submitted: row.submitted,
    submittedAt: iso(row.submittedAt),
  };
  if (viewer.owes && row.interviewerId !== viewer.openId) {
    return {
      ...shown,
      hidden: true,
      conclusion: 'pending',
      content: '',
      score: null,
      dimensions: [],
    };
  }
  return {
    ...shown,
    hidden: false,
    conclusion: CONCLUSION[row.conclusion ?? 4] ?? 'pending',
    content: row.content,
    score:
      row.score === null || row.scoreOf === null ? null : { value: row.score, of: row.scoreOf },
    dimensions: row.dimensions.map((dimension) => ({
      dimensionId: dimension.id,
      name: { zh: dimension.zh, en: dimension.en },
      score: dimension.score,
      comment: dimension.comment,
    })),
  };
}

export function toNote(row: typeof notes.$inferSelect, people: People): NoteDto {
  return {
    id: row.id,
    author: people.refOrNull(row.creatorId),
    content: row.content,
    isPrivate: row.isPrivate,
    applicationId: row.applicationId,
    createdAt: row.createdAt.toISOString(),
  };
}

export const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
