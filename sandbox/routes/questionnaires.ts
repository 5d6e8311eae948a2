import type { Handlers } from '@/sandbox/platform/call';
import { badParameter } from '@/sandbox/platform/errors';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { offsetPage, updateWindow } from '@/sandbox/platform/paging';
import { FORMS, type Question, STARS } from '@/sandbox/world/questionnaire-data';
import type { Answer, Questionnaire } from '@/sandbox/world/records/interviewing';
import { ms } from './wire';

const ONE_OF = 1;
const SOME_OF = 2;
const TEXT = 3;
const MARK = 4;

function questionShape(version: number, question: Question, answer: Answer | undefined) {
  const id = digitsOf(`question:${version}:${question.key}`);
  const chosen = typeof answer === 'number' ? [answer] : Array.isArray(answer) ? answer : [];
  const isChoice = question.type === ONE_OF || question.type === SOME_OF;
  return {
    question_id: id,
    question_name: question.name.zh,
    question_en_name: question.name.en,
    question_desc: question.hint.zh,
    question_en_desc: question.hint.en,
    question_type: question.type,
    is_required: question.required,
    select_option_result_list: isChoice
      ? question.options.map((option, at) => ({
          option_id: digitsOf(`${id}:${at}`),
          option_name: option.zh,
          option_en_name: option.en,
          option_desc: '',
          option_en_desc: '',
          is_selected: chosen.includes(at),
        }))
      : undefined,
    five_start_scoring_result:
      question.type === MARK
        ? {
            highest_score_desc: STARS.highest.zh,
            highest_score_en_desc: STARS.highest.en,
            lowest_score_desc: STARS.lowest.zh,
            lowest_score_en_desc: STARS.lowest.en,
            score_result: typeof answer === 'number' ? answer : undefined,
          }
        : undefined,
    description_result: question.type === TEXT && typeof answer === 'string' ? answer : undefined,
  };
}

const updatedAt = (row: Questionnaire) => row.answeredAt ?? row.sentAt;

const shape = (row: Questionnaire) => ({
  questionnaire_id: row.id,
  application_id: row.applicationId,
  interview_id: row.interviewId ?? undefined,
  version: row.version,
  questions: FORMS[row.version].map((question, at) =>
    questionShape(row.version, question, row.answers[at]),
  ),
  has_answers: row.answeredAt !== null,
  update_time: ms(updatedAt(row)),
});

export const questionnaireHandlers: Handlers = {
  /**
   * Newest update first. As the page says, those sent after each interview are found by interview
   * alone and those sent at the end by application alone; both parameters together are refused.
   */
  'hire.v1.questionnaire.list': (call) => {
    const applicationId = call.query.text('application_id');
    const interviewId = call.query.text('interview_id');
    if (applicationId && interviewId) throw badParameter(call.endpoint);
    const { from, to } = updateWindow(call);
    const rows = [...call.world.questionnaires.values()]
      .filter(
        (row) =>
          (!interviewId || row.interviewId === interviewId) &&
          (!applicationId || (row.interviewId === null && row.applicationId === applicationId)) &&
          updatedAt(row) >= from &&
          updatedAt(row) <= to,
      )
      .sort((a, b) => updatedAt(b) - updatedAt(a) || (a.id < b.id ? -1 : 1));
    return offsetPage(call, rows, shape);
  },
};
