import { z } from 'zod';
import { change, id } from './parts';
import type { Appliers } from './scene';
import { need } from './scene';

export const interviewerChanges = [
  change('interviewer.updated', { openId: id, verified: z.boolean() }),
] as const;
export type InterviewerChange = z.infer<(typeof interviewerChanges)[number]>;

export const interviewerAppliers: Appliers<InterviewerChange> = {
  'interviewer.updated'({ world, index }, { openId, verified, at }) {
    need(index.people, openId);
    world.interviewers.set(openId, { openId, verified, updatedAt: at });
  },
};
