import { z } from 'zod';
import type { Change } from './changes';

const id = z.string().min(1);
const at = z.number().int();
const visit = z.object({ stageId: id, enter: at, exit: at.nullable() });
const terminationType = z.union([z.literal(1), z.literal(22), z.literal(27)]);
const interviewConclusion = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
]);
const passOrFail = z.union([z.literal(1), z.literal(2)]);
const dimensions = z.array(z.object({ dimensionId: id, score: z.number(), comment: z.string() }));

const education = z.object({
  id,
  school: z.string(),
  major: z.string(),
  degree: z.number().int(),
  educationType: z.number().int(),
  start: z.string(),
  end: z.string(),
});
const career = z.object({
  id,
  company: z.string(),
  title: z.string(),
  description: z.string(),
  careerType: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  start: z.string(),
  end: z.string(),
});
const project = z.object({
  id,
  name: z.string(),
  role: z.string(),
  description: z.string(),
  start: z.string(),
  end: z.string(),
});
const talent = z.object({
  id,
  name: z.string(),
  mobile: z.string(),
  mobileCode: z.string(),
  email: z.string(),
  gender: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  birthday: z.number(),
  experienceYears: z.number(),
  currentCityCode: z.string(),
  sourceId: z.string(),
  educations: z.array(education),
  careers: z.array(career),
  projects: z.array(project),
  tagIds: z.array(id),
  attachmentId: id.nullable(),
  createdAt: at,
  updatedAt: at,
  onboarded: z.boolean(),
  lockedByApplicationId: id.nullable(),
});
const application = z.object({
  id,
  jobId: id,
  talentId: id,
  stageId: id,
  stageTimes: z.array(visit).min(1),
  active: z.boolean(),
  sourceId: z.string(),
  deliveryType: z.union([z.literal(1), z.literal(2)]),
  createdAt: at,
  modifiedAt: at,
  terminationType: terminationType.nullable(),
  terminationReasonIds: z.array(id),
  terminationNote: z.string(),
  terminatedAt: at.nullable(),
  terminatorId: z.string().nullable(),
  preferredCityCodes: z.array(z.string()),
  creatorId: z.string(),
  attachmentId: id.nullable(),
});
const evaluation = z.object({
  id,
  applicationId: id,
  stageId: id,
  creatorId: z.string(),
  evaluatorId: id,
  submitted: z.boolean(),
  conclusion: passOrFail.nullable(),
  content: z.string(),
  createdAt: at,
  updatedAt: at,
});
const interview = z.object({
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
const test = z.object({
  id,
  applicationId: id,
  stageId: id,
  paperName: z.string(),
  replyStatus: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  testStatus: z.union([
    z.literal(1),
    z.literal(2),
    z.literal(3),
    z.literal(4),
    z.literal(5),
    z.literal(6),
    z.literal(7),
  ]),
  start: at,
  end: at,
  completedAt: at.nullable(),
  score: z.number().nullable(),
  createdAt: at,
});
const offer = z.object({
  id,
  applicationId: id,
  status: z.number().int(),
  ownerId: z.string(),
  creatorId: z.string(),
  leaderId: z.string(),
  departmentId: z.string(),
  currency: z.literal('CNY'),
  basicSalary: z.string(),
  probationMonths: z.number(),
  onboardDate: z.string(),
  expiresAt: at.nullable(),
  createdAt: at,
  sentAt: at.nullable(),
  decidedAt: at.nullable(),
});
const employee = z.object({
  id,
  applicationId: id,
  onboardStatus: passOrFail,
  conversionStatus: passOrFail,
  onboardTime: at,
  expectedConversionTime: at,
  departmentId: z.string(),
  leaderId: z.string(),
});
const note = z.object({
  id,
  talentId: id,
  applicationId: id.nullable(),
  creatorId: z.string().nullable(),
  content: z.string(),
  isPrivate: z.boolean(),
  createdAt: at,
  modifiedAt: at,
});

const change = <K extends Change['kind'], S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), at, ...shape });
const end = {
  applicationId: id,
  terminationType,
  reasonIds: z.array(id),
  note: z.string(),
};

/** One line of the journal. */
export const ChangeRecord: z.ZodType<Change> = z.discriminatedUnion('kind', [
  change('talent.created', { talent }),
  change('talent.tagged', { talentId: id, tagId: id }),
  change('talent.untagged', { talentId: id, tagId: id }),
  change('talent.locked', { applicationId: id }),
  change('talent.unlocked', { talentId: id }),
  change('application.created', { application }),
  change('application.moved', { applicationId: id, stageId: id }),
  change('application.terminated', { ...end, terminatorId: z.string().nullable() }),
  change('application.recovered', { applicationId: id }),
  change('application.deleted', { applicationId: id }),
  change('application.onboarded', { employee }),
  change('application.onboard_cancelled', end),
  change('evaluation.assigned', { evaluation }),
  change('evaluation.submitted', { evaluationId: id, conclusion: passOrFail, content: z.string() }),
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
  change('test.assigned', { test }),
  change('test.completed', { testId: id, score: z.number(), passed: z.boolean() }),
  change('offer.created', { offer }),
  change('offer.changed', { offerId: id, status: z.number().int() }),
  change('note.created', { note }),
  change('note.updated', { noteId: id, content: z.string(), isPrivate: z.boolean().optional() }),
  change('note.deleted', { noteId: id }),
  change('job.opened', { jobId: id, expiresAt: at.nullable().optional() }),
  change('job.closed', { jobId: id }),
  change('job.staffed', {
    jobId: id,
    recruiterId: id.optional(),
    assistantIds: z.array(id).optional(),
    managerIds: z.array(id).optional(),
  }),
]);
