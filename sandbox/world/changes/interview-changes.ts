import { z } from 'zod';
import { appendTo, interviewersOf } from '@/sandbox/world/indexes';
import type { Interview } from '@/sandbox/world/types';
import { at, change, id } from './parts';
import { type Appliers, need, type Scene, touch, UnknownRecord } from './scene';

const interviewConclusion = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
]);
const dimensions = z.array(z.object({ dimensionId: id, score: z.number(), comment: z.string() }));
const interview: z.ZodType<Interview> = z.object({
  id,
  applicationId: id,
  stageId: id,
  round: z.number().int(),
  begin: at,
  end: at,
  interviewType: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  creatorId: z.string(),
  createdAt: at,
  modifiedAt: at,
  cancelled: z.boolean(),
  records: z.array(
    z.object({
      id,
      interviewerId: id,
      submitted: z.boolean(),
      conclusion: interviewConclusion,
      content: z.string(),
      submittedAt: at.nullable(),
      dimensions,
    }),
  ),
});

export const interviewChanges = [
  change('interview.arranged', { interview }),
  change('interview.moved', { interviewId: id, begin: at, end: at }),
  change('interview.cancelled', { interviewId: id }),
  change('interview.assessed', {
    interviewId: id,
    recordId: id,
    conclusion: interviewConclusion,
    content: z.string(),
    dimensions,
  }),
] as const;
export type InterviewChange = z.infer<(typeof interviewChanges)[number]>;

export const interviewAppliers: Appliers<InterviewChange> = {
  'interview.arranged'(scene, change) {
    const { interview } = change;
    touch(scene, interview.applicationId, change.at);
    addInterview(scene, interview);
  },
  'interview.moved'(scene, change) {
    const interview = need(scene.world.interviews, change.interviewId);
    touch(scene, interview.applicationId, change.at);
    interview.begin = change.begin;
    interview.end = change.end;
    interview.modifiedAt = change.at;
  },
  'interview.cancelled'(scene, change) {
    const interview = need(scene.world.interviews, change.interviewId);
    touch(scene, interview.applicationId, change.at);
    interview.cancelled = true;
    interview.modifiedAt = change.at;
  },
  'interview.assessed'(scene, change) {
    const interview = need(scene.world.interviews, change.interviewId);
    const record = interview.records.find(({ id }) => id === change.recordId);
    if (!record) throw new UnknownRecord(change.recordId);
    touch(scene, interview.applicationId, change.at);
    record.submitted = true;
    record.submittedAt = change.at;
    record.conclusion = change.conclusion;
    record.content = change.content;
    record.dimensions = change.dimensions;
    interview.modifiedAt = change.at;
  },
};

function addInterview({ world, index }: Scene, interview: Interview): void {
  world.interviews.set(interview.id, interview);
  appendTo(index.interviewsByApplication, interview.applicationId, interview);
  for (const record of interview.records) index.interviewByRecord.set(record.id, interview);
  for (const who of interviewersOf(interview)) {
    appendTo(index.interviewsByInterviewer, who, interview);
  }
}
