import type { Call, Handlers } from '@/sandbox/platform/call';
import { badParameter } from '@/sandbox/platform/errors';
import { offsetPage } from '@/sandbox/platform/paging';
import type { Interview } from '@/sandbox/world/types';
import { conclusionNow, interviewScore, interviewShape } from './interviews';

/** By begin; without the cancelled ones, as in every list. */
const listed = (call: Call, applicationId: string): Interview[] =>
  (call.index.interviewsByApplication.get(applicationId) ?? [])
    .filter((interview) => !interview.cancelled)
    .sort((a, b) => a.begin - b.begin || (a.id < b.id ? -1 : 1));

/** The shape of the historic page, which knows no conclusion 6 and counts rounds from 0. */
const historicShape = (call: Call, interview: Interview) => ({
  id: interview.id,
  begin_time: Math.floor(interview.begin),
  end_time: Math.floor(interview.end),
  round: interview.round - 1,
  stage_id: interview.stageId,
  interview_record_list: interview.records.map((record) => {
    const conclusion = conclusionNow(record, interview, call.now);
    return {
      id: record.id,
      user_id: call.ids.user(record.interviewerId),
      content: record.content,
      commit_status: record.submitted ? 1 : 2,
      conclusion: conclusion === 6 ? undefined : conclusion,
      interview_score: interviewScore(record),
    };
  }),
});

export const interviewsOfHandlers: Handlers = {
  'hire.v1.interview.getByTalent': (call) => {
    const talent = call.found(
      call.world.talents.get(call.query.must('talent_id')),
      call.switches.absentInterviewDataCode,
    );
    const items = (call.index.applicationsByTalent.get(talent.id) ?? []).flatMap(({ id }) => {
      const rows = listed(call, id);
      if (rows.length === 0) return [];
      return [{ application_id: id, interview_list: rows.map((row) => interviewShape(call, row)) }];
    });
    return { items };
  },

  'hire.v1.applicationInterview.list': (call) => {
    const id = call.param('application_id');
    if (!call.world.applications.has(id)) throw badParameter(call.endpoint);
    return offsetPage(call, listed(call, id), (row) => historicShape(call, row));
  },
};
