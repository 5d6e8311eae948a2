import type { z } from 'zod';
import { removeFrom } from '@/sandbox/world/indexes';
import { change, id } from './parts';
import { type Appliers, enterStage, need } from './scene';

export const transferChanges = [
  /** 转移职位: the same application, now for another job and in a stage of that job's process. */
  change('application.transferred', { applicationId: id, jobId: id, stageId: id }),
] as const;
export type TransferChange = z.infer<(typeof transferChanges)[number]>;

export const transferAppliers: Appliers<TransferChange> = {
  'application.transferred'({ world, index }, change) {
    const application = need(world.applications, change.applicationId);
    need(world.jobs, change.jobId);
    need(index.stages, change.stageId);
    removeFrom(index.applicationsByJob, application.jobId, application);
    application.jobId = change.jobId;
    // Lists of an index are in the order of creation, and this one may be older than the last.
    const ofJob = [...world.applications.values()].filter(({ jobId }) => jobId === change.jobId);
    index.applicationsByJob.set(change.jobId, ofJob);
    enterStage(application, change.stageId, change.at);
  },
};
