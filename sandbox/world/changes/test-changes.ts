import { z } from 'zod';
import { appendTo } from '@/sandbox/world/indexes';
import type { Test } from '@/sandbox/world/types';
import { at, change, id } from './parts';
import { type Appliers, need, type Scene, touch } from './scene';

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
  upload: z.object({ operatorId: id, at, attachmentId: id.nullable() }).optional(),
});

export const testChanges = [
  change('test.assigned', { test }),
  change('test.uploaded', { test }),
  change('test.completed', { testId: id, score: z.number(), passed: z.boolean() }),
] as const;
export type TestChange = z.infer<(typeof testChanges)[number]>;

export const testAppliers: Appliers<TestChange> = {
  'test.assigned': (scene, { test, at }) => addTest(scene, test, at),
  'test.uploaded': (scene, { test, at }) => addTest(scene, test, at),
  'test.completed'(scene, change) {
    const test = need(scene.world.tests, change.testId);
    touch(scene, test.applicationId, change.at);
    test.replyStatus = 1;
    test.testStatus = change.passed ? 5 : 6;
    test.completedAt = change.at;
    test.score = change.score;
  },
};

function addTest(scene: Scene, test: Test, at: number): void {
  touch(scene, test.applicationId, at);
  scene.world.tests.set(test.id, test);
  appendTo(scene.index.testsByApplication, test.applicationId, test);
}
