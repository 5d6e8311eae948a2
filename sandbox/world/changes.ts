import type {
  Application,
  DimensionScore,
  Employee,
  Evaluation,
  Interview,
  InterviewRecord,
  Note,
  Offer,
  Talent,
  Test,
} from './types';

type TerminationType = 1 | 22 | 27;

/**
 * Everything that can happen to a world after its generation. `at` is the world's time (epoch ms).
 * A change states the effect, not the wish: whether it is allowed is checked by who commits it.
 */
export type Change = { at: number } & (
  | { kind: 'talent.created'; talent: Talent }
  | { kind: 'talent.tagged'; talentId: string; tagId: string }
  | { kind: 'talent.untagged'; talentId: string; tagId: string }
  | { kind: 'talent.locked'; applicationId: string }
  | { kind: 'talent.unlocked'; talentId: string }
  | { kind: 'application.created'; application: Application }
  | { kind: 'application.moved'; applicationId: string; stageId: string }
  | {
      kind: 'application.terminated';
      applicationId: string;
      terminationType: TerminationType;
      reasonIds: string[];
      note: string;
      terminatorId: string | null;
    }
  | { kind: 'application.recovered'; applicationId: string }
  | { kind: 'application.deleted'; applicationId: string }
  /** 转入职: into the joined stage, with the employee's record. */
  | { kind: 'application.onboarded'; employee: Employee }
  /** 取消入职: the employee's record goes and the application ends. */
  | {
      kind: 'application.onboard_cancelled';
      applicationId: string;
      terminationType: TerminationType;
      reasonIds: string[];
      note: string;
    }
  | { kind: 'evaluation.assigned'; evaluation: Evaluation }
  | { kind: 'evaluation.submitted'; evaluationId: string; conclusion: 1 | 2; content: string }
  | { kind: 'interview.arranged'; interview: Interview }
  | { kind: 'interview.moved'; interviewId: string; begin: number; end: number }
  | { kind: 'interview.cancelled'; interviewId: string }
  | {
      kind: 'interview.assessed';
      interviewId: string;
      recordId: string;
      conclusion: InterviewRecord['conclusion'];
      content: string;
      dimensions: DimensionScore[];
    }
  | { kind: 'test.assigned'; test: Test }
  | { kind: 'test.completed'; testId: string; score: number; passed: boolean }
  | { kind: 'offer.created'; offer: Offer }
  | { kind: 'offer.changed'; offerId: string; status: number }
  | { kind: 'note.created'; note: Note }
  | { kind: 'note.updated'; noteId: string; content: string; isPrivate?: boolean }
  | { kind: 'note.deleted'; noteId: string }
  | { kind: 'job.opened'; jobId: string; expiresAt?: number | null }
  | { kind: 'job.closed'; jobId: string }
  | {
      kind: 'job.staffed';
      jobId: string;
      recruiterId?: string;
      assistantIds?: string[];
      managerIds?: string[];
    }
);
