import { z } from 'zod';
import { appendTo } from '@/sandbox/world/indexes';
import type { Test } from '@/sandbox/world/types';
import { at, change, id } from './parts';
import { type Appliers, need, touch } from './scene';

const test: z.ZodType<Test> = z.object({
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

export const testChanges = [
  change('test.assigned', { test }),
  change('test.completed', { testId: id, score: z.number(), passed: z.boolean() }),
] as const;
export type TestChange = z.infer<(typeof testChanges)[number]>;

export const testAppliers: Appliers<TestChange> = {
  'test.assigned'(scene, change) {
    const { test } = change;
    touch(scene, test.applicationId, change.at);
    scene.world.tests.set(test.id, test);
    appendTo(scene.index.testsByApplication, test.applicationId, test);
  },
  'test.completed'(scene, change) {
    const test = need(scene.world.tests, change.testId);
    touch(scene, test.applicationId, change.at);
    test.replyStatus = 1;
    test.testStatus = change.passed ? 5 : 6;
    test.completedAt = change.at;
    test.score = change.score;
  },
};
