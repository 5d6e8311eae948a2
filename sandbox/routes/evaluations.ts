import type { Call, Handlers } from '@/sandbox/platform/call';
import { offsetPage, stretchPage, updateWindow } from '@/sandbox/platform/paging';
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
export const evaluationHandlers: Handlers = {
  'hire.v1.evaluation.list': (call) => {
    const window = updateWindow(call);
    const shape = (row: Evaluation) => evaluationShape(call, row);
    const applicationId = call.query.text('application_id');
    if (applicationId === undefined) {
      return stretchPage(call, call.app.order.evaluationsByUpdate, window, true, shape);
    }
    const rows = (call.index.evaluationsByApplication.get(applicationId) ?? [])
      .filter((e) => e.updatedAt >= window.from && e.updatedAt <= window.to)
      .sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1));
    return offsetPage(call, rows, shape);
  },
};
