import { z } from 'zod';
import { appendTo } from '@/sandbox/world/indexes';
import type { Evaluation } from '@/sandbox/world/types';
import { at, change, id, passOrFail } from './parts';
import { type Appliers, need, touch } from './scene';

const evaluation: z.ZodType<Evaluation> = z.object({
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

export const evaluationChanges = [
  change('evaluation.assigned', { evaluation }),
  change('evaluation.submitted', { evaluationId: id, conclusion: passOrFail, content: z.string() }),
] as const;
export type EvaluationChange = z.infer<(typeof evaluationChanges)[number]>;

export const evaluationAppliers: Appliers<EvaluationChange> = {
  'evaluation.assigned'(scene, change) {
    const { evaluation } = change;
    touch(scene, evaluation.applicationId, change.at);
    scene.world.evaluations.set(evaluation.id, evaluation);
    appendTo(scene.index.evaluationsByApplication, evaluation.applicationId, evaluation);
    appendTo(scene.index.evaluationsByEvaluator, evaluation.evaluatorId, evaluation);
  },
  'evaluation.submitted'(scene, change) {
    const evaluation = need(scene.world.evaluations, change.evaluationId);
    touch(scene, evaluation.applicationId, change.at);
    evaluation.submitted = true;
    evaluation.conclusion = change.conclusion;
    evaluation.content = change.content;
    evaluation.updatedAt = change.at;
  },
};
