import { beginPage } from '@/sandbox/platform/begin-paging';
import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { TimeOrder } from '@/sandbox/platform/time-order';
import type { Interview, InterviewRecord } from '@/sandbox/world/types';
import { roundTypeOf } from './interview-round-types';
import { codeName, i18n } from './wire';

export const SHANGHAI = codeName('Asia/Shanghai', {
  zh: '（GMT+08:00）中国标准时间 - 上海',
  en: '(GMT+08:00) China Standard Time - Shanghai',
});

/** The first interview is round 1 in the world; what the page means is a switch. */
export const roundOf = (call: Call, interview: Interview): number =>
  interview.round - 1 + call.switches.interviewRoundFrom;

/** What is not submitted is 3 before the interview begins and 4 from then on. */
export function conclusionNow(
  record: InterviewRecord,
  interview: Interview,
  now: number,
): InterviewRecord['conclusion'] {
  if (record.submitted) return record.conclusion;
  return interview.cancelled || now < interview.begin ? 3 : 4;
}

/** 1 ahead, 2 going on, 3 over. Only get_detail can also say 4, cancelled. */
export function arrangementStatus(interview: Interview, now: number): 1 | 2 | 3 {
  if (now < interview.begin) return 1;
  return now < interview.end ? 2 : 3;
}

type Verdict = 'pass' | 'fail' | 'undecided';
const VERDICTS: Partial<Record<InterviewRecord['conclusion'], Verdict>> = {
  1: 'pass',
  2: 'fail',
  6: 'undecided',
};

/** Codes by the set of verdicts given so far, CONTRACT section 4. */
const PARTLY: Record<string, number> = {
  pass: 7,
  'fail+pass': 8,
  fail: 9,
  'pass+undecided': 11,
  'fail+undecided': 12,
  undecided: 13,
  'fail+pass+undecided': 14,
};
const FULLY: Record<string, number> = {
  pass: 4,
  fail: 5,
  'fail+pass': 10,
  'pass+undecided': 15,
  'fail+undecided': 16,
  undecided: 17,
  'fail+pass+undecided': 18,
};

/** `interview_round_summary`: what the interviewers of one interview have said together. */
export function roundSummary(interview: Interview, now: number): number {
  const { records } = interview;
  const submitted = records.filter((r) => r.submitted);
  if (records.length > 0 && records.every((r) => r.conclusion === 5)) return 6;
  if (submitted.length === 0) return now < interview.begin ? 2 : 3;
  const verdicts = new Set(submitted.flatMap((r) => VERDICTS[r.conclusion] ?? []));
  const key = [...verdicts].sort().join('+');
  const table = submitted.length === records.length ? FULLY : PARTLY;
  return table[key] ?? 3;
}

export const meanScore = (record: InterviewRecord): number | null =>
  record.dimensions.length === 0
    ? null
    : record.dimensions.reduce((sum, d) => sum + d.score, 0) / record.dimensions.length;

const LEVELS = [
  { zh: '不推荐', en: 'Not recommended' },
  { zh: '待提高', en: 'Below expectation' },
  { zh: '符合预期', en: 'Meets expectation' },
  { zh: '推荐', en: 'Recommended' },
  { zh: '强烈推荐', en: 'Strongly recommended' },
];

/** The five-step mark of the old form. */
export function interviewScore(record: InterviewRecord) {
  const mean = meanScore(record);
  if (!record.submitted || mean === null) return undefined;
  const level = Math.min(5, Math.max(1, Math.round(mean)));
  const text = LEVELS[level - 1] ?? { zh: '', en: '' };
  return {
    id: digitsOf(`score:${level}`),
    level,
    zh_name: text.zh,
    zh_description: text.zh,
    en_name: text.en,
    en_description: text.en,
  };
}

function recordShape(call: Call, record: InterviewRecord, interview: Interview) {
  return {
    id: record.id,
    user_id: call.ids.user(record.interviewerId),
    content: record.content,
    commit_status: record.submitted ? 1 : 2,
    conclusion: conclusionNow(record, interview, call.now),
    interview_score: interviewScore(record),
    interviewer: call.ids.userWithName(record.interviewerId),
  };
}

/** As the lists of interviews have it. */
export function interviewShape(call: Call, interview: Interview) {
  const stage = call.index.stages.get(interview.stageId)?.stage;
  const submits = interview.records.flatMap((r) => r.submittedAt ?? []);
  const creator = call.ids.userWithName(interview.creatorId);
  return {
    id: interview.id,
    begin_time: Math.floor(interview.begin),
    end_time: Math.floor(interview.end),
    round: roundOf(call, interview),
    interview_record_list: interview.records.map((r) => recordShape(call, r, interview)),
    feedback_submit_time: submits.length > 0 ? Math.floor(Math.max(...submits)) : undefined,
    stage_id: interview.stageId,
    application_id: interview.applicationId,
    stage: stage ? { id: stage.id, name: i18n(stage.name) } : undefined,
    creator,
    biz_create_time: Math.floor(interview.createdAt),
    biz_modify_time: Math.floor(interview.modifiedAt),
    interview_round_summary: roundSummary(interview, call.now),
    interview_arrangement_id: digitsOf(`arrangement:${interview.id}`),
    interview_type: interview.interviewType,
    talent_time_zone: SHANGHAI,
    contact_user: creator,
    remark: '',
    video_type: interview.interviewType === 3 ? 5 : undefined,
    arrangement_status: arrangementStatus(interview, call.now),
    arrangement_type: 1,
    arrangement_appointment_kind: 1,
    meeting_room_list: [],
    interview_round_type: roundTypeOf(call, interview),
  };
}

/** A bound of the begin window, ms as text, above 0. */
function bound(call: Call, name: string): number | undefined {
  const text = call.query.text(name);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new Refusal(1002002);
  return Number(text);
}

/**
 * At least one of application, interview or begin window is required. A cancelled interview is not
 * listed: the page has no value that could say so.
 */
export const interviewHandlers: Handlers = {
  'hire.v1.interview.list': (call) => {
    const applicationId = call.query.text('application_id');
    const interviewId = call.query.text('interview_id');
    const from = bound(call, 'start_time');
    const to = bound(call, 'end_time');
    if (!applicationId && !interviewId && from === undefined && to === undefined) {
      throw new Refusal(1002002, {
        message: 'one of application_id, interview_id, start_time, end_time is required',
      });
    }
    const window = {
      from: from ?? Number.NEGATIVE_INFINITY,
      to: to ?? Number.POSITIVE_INFINITY,
    };
    const shape = (row: Interview) => interviewShape(call, row);
    if (!applicationId && !interviewId) {
      return beginPage(call, call.app.order.interviewsByBegin, window, shape);
    }
    const one = call.world.interviews.get(interviewId ?? '');
    const candidates = interviewId
      ? one
        ? [one]
        : []
      : (call.index.interviewsByApplication.get(applicationId ?? '') ?? []);
    const rows = candidates.filter(
      (i) => !i.cancelled && (!applicationId || i.applicationId === applicationId),
    );
    return beginPage(call, new TimeOrder(rows, (row) => row.begin), window, shape);
  },
};
