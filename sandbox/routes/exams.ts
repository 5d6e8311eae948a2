import type { Handlers } from '@/sandbox/platform/call';
import { badParameter } from '@/sandbox/platform/errors';
import type { Test } from '@/sandbox/world/types';
import { reportNamed } from './tests';
import { ms } from './wire';

const ACCEPTED = 1;

export const examHandlers: Handlers = {
  /** A result that was reached elsewhere: one more test of the application, already over. */
  'hire.v1.exam.create': (call) => {
    const { body, now } = call;
    const application = call.found(
      call.world.applications.get(body.must('application_id')),
      call.switches.absentInterviewDataCode,
    );
    const operator = call.ids.person(body.must('operator_id'));
    const attachmentId = body.text('uuid') ?? null;
    if (attachmentId !== null && !reportNamed(call, attachmentId))
      throw badParameter(call.endpoint);
    // The page: one digit behind the point.
    const score = Math.round((body.int('score') ?? 0) * 10) / 10;
    const test: Test = {
      id: call.app.store.nextId('test'),
      applicationId: application.id,
      stageId: application.stageId,
      paperName: body.must('exam_resource_name'),
      replyStatus: ACCEPTED,
      testStatus: call.switches.addedExamStatus,
      start: now,
      end: now,
      completedAt: null,
      score,
      createdAt: now,
      upload: { operatorId: operator.openId, at: now, attachmentId },
    };
    call.commit({ kind: 'test.uploaded', at: now, test });
    return {
      exam_id: test.id,
      application_id: application.id,
      exam_resource_name: test.paperName,
      score,
      uuid: attachmentId ?? undefined,
      operator_id: call.ids.user(operator.openId),
      operate_time: ms(now),
    };
  },
};
