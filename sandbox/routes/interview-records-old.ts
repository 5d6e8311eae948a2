import type { Call, Handlers } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { offsetPage } from '@/sandbox/platform/paging';
import type { Interview, InterviewRecord } from '@/sandbox/world/types';
import { allRecords, HIGHEST, MARK, recordById, recordsById } from './interview-records';
import { conclusionNow, interviewScore } from './interviews';
import { i18n } from './wire';

/** `calculate_type`: the marks are added up. */
const TOTAL = 1;

/** One interviewer's assessment in the old form: the abilities in a flat list. */
function oldRecord(call: Call, { record, interview }: Owned) {
  const { form } = call.world;
  const total = record.dimensions.reduce((sum, d) => sum + d.score, 0);
  return {
    id: record.id,
    user_id: call.ids.user(record.interviewerId),
    content: record.content,
    commit_status: record.submitted ? 1 : 2,
    feedback_submit_time: record.submittedAt === null ? undefined : Math.floor(record.submittedAt),
    conclusion: conclusionNow(record, interview, call.now),
    interview_score: interviewScore(record),
    assessment_score:
      record.dimensions.length > 0
        ? {
            calculate_type: TOTAL,
            score: total,
            full_score: record.dimensions.length * HIGHEST,
          }
        : undefined,
    question_list: [],
    code_question_list: [],
    interviewer: call.ids.userWithName(record.interviewerId),
    image_list: [],
    dimension_assessment_list: record.dimensions.map((d) => ({
      id: digitsOf(`${record.id}:${d.dimensionId}`),
      name: i18n(
        form.dimensions.find((one) => one.id === d.dimensionId)?.name ?? { zh: '', en: '' },
      ),
      full_score: HIGHEST,
      content: d.comment,
      dimension_id: d.dimensionId,
      dimension_custom_score: d.score,
      ability_list: [],
      question_list: [],
      dimension_type: MARK,
    })),
  };
}

type Owned = { record: InterviewRecord; interview: Interview };

export const oldInterviewRecordHandlers: Handlers = {
  'hire.v1.interviewRecord.get': (call) => ({
    interview_record: oldRecord(call, recordById(call)),
  }),

  /** By ids what is found, unpaged; else every record, by begin of its interview. */
  'hire.v1.interviewRecord.list': (call) => {
    const ids = call.query.texts('ids') ?? [];
    const shape = (row: Owned) => oldRecord(call, row);
    if (ids.length > 0) return { items: recordsById(call, ids).map(shape), has_more: false };
    return offsetPage(call, allRecords(call), shape, 'opaque');
  },
};
