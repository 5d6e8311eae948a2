import { z } from 'zod';
import type { AppointmentConfig, JobConfig } from '@/sandbox/world/records/job-configs';
import type { Job } from '@/sandbox/world/types';
import { at, change, customValue, id, ids, text } from './parts';
import { linkRequirements } from './requirement-changes';
import { type Appliers, need, type Scene } from './scene';

const oneOrTwo = z.union([z.literal(1), z.literal(2)]);
const job: z.ZodType<Job> = z.object({
  id,
  code: z.string(),
  title: z.string(),
  attribute: oneOrTwo,
  description: z.string(),
  requirement: z.string(),
  departmentId: id,
  cityCodes: ids,
  processId: id,
  processType: oneOrTwo,
  recruitmentTypeId: id,
  categoryName: text.nullable(),
  typeId: id,
  functionId: id.nullable(),
  subjectId: id.nullable(),
  highlightIds: ids,
  majorIds: ids,
  locationIds: ids,
  customValues: z.array(customValue),
  minLevel: z.string(),
  maxLevel: z.string(),
  minSalary: z.number(),
  maxSalary: z.number(),
  experience: z.number(),
  requiredDegree: z.number(),
  headCount: z.number(),
  open: z.boolean(),
  createdAt: at,
  updatedAt: at,
  expiresAt: at.nullable(),
  creatorId: id.nullable(),
  recruiterId: id,
  assistantIds: ids,
  managerIds: ids,
  lockTaskUntil: at.nullable(),
});
const appointment: z.ZodType<AppointmentConfig> = z.object({
  byInterviewer: z.boolean(),
  interviewType: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  timezone: z.string(),
  contactId: id.nullable(),
  contactMobile: z.string(),
  contactEmail: z.string(),
  locationId: id.nullable(),
  videoType: z.number().nullable(),
  ccIds: ids,
  remark: z.string(),
  notificationTemplateId: z.string(),
  appointmentTemplateId: z.string(),
  cancelTemplateId: z.string(),
});
const config: z.ZodType<JobConfig> = z.object({
  jobId: id,
  offerFormId: id.nullable(),
  offerApprovalId: id.nullable(),
  evaluatorIds: ids,
  feedbackFormId: id.nullable(),
  rounds: z.array(z.object({ round: z.number(), interviewerIds: ids })),
  roundTypes: z.array(z.object({ roundTypeId: id, feedbackFormId: id })).nullable(),
  interviewRegistrationId: id.nullable(),
  onboardRegistrationId: id.nullable(),
  applyFormId: id.nullable(),
  relatedJobIds: ids,
  appointment,
});

export const jobChanges = [
  change('job.created', { job, config, advertisementId: id }),
  /** The whole record anew; who edits a job also edits its advertisement. */
  change('job.updated', { job }),
  change('job.configured', { config, requirementIds: ids.optional() }),
  change('job.opened', { jobId: id, expiresAt: at.nullable().optional() }),
  change('job.closed', { jobId: id }),
  change('job.staffed', {
    jobId: id,
    recruiterId: id.optional(),
    assistantIds: ids.optional(),
    managerIds: ids.optional(),
  }),
  change('advertisement.published', { advertisementId: id, channelId: id }),
] as const;
export type JobChange = z.infer<(typeof jobChanges)[number]>;

export const jobAppliers: Appliers<JobChange> = {
  'job.created'({ world, index }, { at, job, config, advertisementId }) {
    need(index.processes, job.processId);
    world.jobs.set(job.id, job);
    world.jobConfigs.set(job.id, config);
    const times = { createdAt: at, modifiedAt: at };
    const ad = { id: advertisementId, jobId: job.id, ...times, publications: [] };
    world.advertisements.set(ad.id, ad);
  },
  'job.updated'({ world, index }, change) {
    const job = need(world.jobs, change.job.id);
    need(index.processes, change.job.processId);
    Object.assign(job, change.job, { updatedAt: change.at });
    for (const ad of adsOf({ world, index }, job.id)) ad.modifiedAt = change.at;
  },
  'job.configured'(scene, { at, config, requirementIds }) {
    const { world } = scene;
    const job = need(world.jobs, config.jobId);
    for (const id of config.relatedJobIds) need(world.jobs, id);
    if (requirementIds) linkRequirements(scene, job.id, requirementIds, at);
    job.updatedAt = at;
    world.jobConfigs.set(config.jobId, config);
    relate(scene, config);
  },
  'job.opened'(scene, change) {
    const job = need(scene.world.jobs, change.jobId);
    job.open = true;
    if (change.expiresAt !== undefined) job.expiresAt = change.expiresAt;
    job.updatedAt = change.at;
  },
  'job.closed'(scene, change) {
    const job = need(scene.world.jobs, change.jobId);
    job.open = false;
    job.updatedAt = change.at;
    for (const ad of adsOf(scene, job.id)) {
      ad.publications = ad.publications.map((one) => ({ ...one, online: false }));
      ad.modifiedAt = change.at;
    }
  },
  'job.staffed'(scene, change) {
    const job = need(scene.world.jobs, change.jobId);
    job.recruiterId = change.recruiterId ?? job.recruiterId;
    job.assistantIds = change.assistantIds ?? job.assistantIds;
    job.managerIds = change.managerIds ?? job.managerIds;
    job.updatedAt = change.at;
  },
  'advertisement.published'({ world }, { at, advertisementId, channelId }) {
    const ad = need(world.advertisements, advertisementId);
    const others = ad.publications.filter((one) => one.channelId !== channelId);
    ad.publications = [...others, { channelId, publishedAt: at, online: true }];
    ad.modifiedAt = at;
  },
};

function adsOf({ world }: Scene, jobId: string) {
  return [...world.advertisements.values()].filter((ad) => ad.jobId === jobId);
}

/** Jobs are related to each other: the other side of every relation follows. */
function relate({ world }: Scene, { jobId, relatedJobIds }: JobConfig): void {
  for (const other of world.jobConfigs.values()) {
    if (other.jobId === jobId) continue;
    const rest = other.relatedJobIds.filter((id) => id !== jobId);
    const isRelated = relatedJobIds.includes(other.jobId);
    if (isRelated || rest.length < other.relatedJobIds.length) {
      other.relatedJobIds = isRelated ? [...rest, jobId] : rest;
    }
  }
}
