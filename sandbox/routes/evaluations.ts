import type { Call, Handlers } from '@/sandbox/platform/call';
import { offsetPage, updateWindow } from '@/sandbox/platform/paging';
import type { Evaluation } from '@/sandbox/world/types';
import { ms } from './wire';

export function evaluationShape(call: Call, evaluation: Evaluation) {
  return {
    id: evaluation.id,
    application_id: evaluation.applicationId,
    stage_id: evaluation.stageId,
    creator_id: call.ids.user(evaluation.creatorId),
    evaluator_id: call.ids.user(evaluation.evaluatorId),
    commit_status: evaluation.submitted ? 1 : 2,
    conclusion: evaluation.conclusion ?? undefined,
    content: evaluation.content,
    create_time: ms(evaluation.createdAt),
    update_time: ms(evaluation.updatedAt),
  };
}

/** Newest update first; of one application, or of the whole tenant in an update window. */
function evaluationsAsked(call: Call): readonly Evaluation[] {
  const { from, to } = updateWindow(call);
  const applicationId = call.query.text('application_id');
  if (applicationId !== undefined) {
    return (call.index.evaluationsByApplication.get(applicationId) ?? [])
      .filter((e) => e.updatedAt >= from && e.updatedAt <= to)
      .reverse();
  }
  const order = call.app.order.evaluationsByUpdate;
  const first = Number.isFinite(from) ? order.firstNotBefore(from) : 0;
  const end = Number.isFinite(to) ? order.firstNotBefore(to + 1) : order.ascending.length;
  return order.ascending.slice(first, end).reverse();
}

export const evaluationHandlers: Handlers = {
  'hire.v1.evaluation.list': (call) =>
    offsetPage(call, evaluationsAsked(call), (row) => evaluationShape(call, row)),
};
