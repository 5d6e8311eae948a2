import { z } from 'zod';
import { at, change, id } from './parts';
import { type Appliers, need } from './scene';

export const jobChanges = [
  change('job.opened', { jobId: id, expiresAt: at.nullable().optional() }),
  change('job.closed', { jobId: id }),
  change('job.staffed', {
    jobId: id,
    recruiterId: id.optional(),
    assistantIds: z.array(id).optional(),
    managerIds: z.array(id).optional(),
  }),
] as const;
export type JobChange = z.infer<(typeof jobChanges)[number]>;

export const jobAppliers: Appliers<JobChange> = {
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
  },
  'job.staffed'(scene, change) {
    const job = need(scene.world.jobs, change.jobId);
    job.recruiterId = change.recruiterId ?? job.recruiterId;
    job.assistantIds = change.assistantIds ?? job.assistantIds;
    job.managerIds = change.managerIds ?? job.managerIds;
    job.updatedAt = change.at;
  },
};
