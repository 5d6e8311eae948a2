import type { Call, Handlers } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { offsetPage } from '@/sandbox/platform/paging';
import type { TimeOrder } from '@/sandbox/platform/time-order';
import type { FeedbackForm, Interview, InterviewRecord } from '@/sandbox/world/types';
import { i18n, ms } from './wire';

/** Dimension types of CONTRACT section 4: 7 a mark typed in, 10 conclusion, 12 record. */
export const MARK = 7;
const CONCLUSION = 10;
const RECORD = 12;
export const HIGHEST = 5;

const CONCLUSION_MODULE = { zh: '面试结论', en: 'Conclusion' };
const CONCLUSION_NAME = { zh: '结论', en: 'Conclusion' };
const RECORD_NAME = { zh: '面试记录', en: 'Interview record' };
const SCORING_MODULE = { zh: '能力评估', en: 'Abilities' };
const OPTIONS = [
  { value: 1, name: { zh: '通过', en: 'Pass' } },
  { value: 2, name: { zh: '淘汰', en: 'Fail' } },
  { value: 6, name: { zh: '待定', en: 'Undecided' } },
];

const presetId = (form: FeedbackForm, what: string) => digitsOf(`${form.id}:${what}`);
const option = (form: FeedbackForm, of: (typeof OPTIONS)[number]) => ({
  id: presetId(form, `option-${of.value}`),
  name: i18n(of.name),
  score_val: of.value,
});

/** One interviewer's assessment in the new form: preset conclusion, then the scored abilities. */
export function assessedRecord(call: Call, record: InterviewRecord) {
  const { form } = call.world;
  const chosen = OPTIONS.find((o) => o.value === record.conclusion);
  const total = record.dimensions.reduce((sum, d) => sum + d.score, 0);
  const conclusion = {
    interview_feedback_form_module_id: presetId(form, 'conclusion-module'),
    module_name: i18n(CONCLUSION_MODULE),
    module_type: 1,
    dimension_assessments: [
      {
        interview_feedback_form_dimension_id: presetId(form, 'conclusion'),
        dimension_name: i18n(CONCLUSION_NAME),
        dimension_type: CONCLUSION,
        dimension_option: chosen ? option(form, chosen) : undefined,
      },
      {
        interview_feedback_form_dimension_id: presetId(form, 'record'),
        dimension_name: i18n(RECORD_NAME),
        dimension_type: RECORD,
        dimension_content: record.content,
      },
    ],
  };
  const scored = {
    interview_feedback_form_module_id: form.moduleId,
    module_name: i18n(SCORING_MODULE),
    module_type: 2,
    module_score: total,
    dimension_assessments: record.dimensions.map((d) => ({
      interview_feedback_form_dimension_id: d.dimensionId,
      dimension_name: i18n(
        form.dimensions.find((of) => of.id === d.dimensionId)?.name ?? { zh: '', en: '' },
      ),
      dimension_type: MARK,
      dimension_content: d.comment,
      dimension_score: d.score,
    })),
  };
  return {
    id: record.id,
    feedback_form_id: form.id,
    commit_status: record.submitted ? 1 : 2,
    submit_time: record.submittedAt === null ? undefined : ms(record.submittedAt),
    record_score:
      record.dimensions.length > 0
        ? { score: total, total_score: record.dimensions.length * HIGHEST }
        : undefined,
    interviewer: call.ids.userWithName(record.interviewerId),
    attachments: [],
    module_assessments: record.submitted ? [conclusion, scored] : [],
  };
}

function formShape(form: FeedbackForm) {
  const dimension = (id: string, type: number, sequence: number) => ({
    id,
    type,
    enabled: true,
    sequence,
    is_required: type !== RECORD,
  });
  return {
    id: form.id,
    version: 1,
    name: i18n(form.name),
    type: 2,
    score_calculation_config: { enabled: true, calculation_mode: 1 },
    modules: [
      {
        id: presetId(form, 'conclusion-module'),
        name: i18n(CONCLUSION_MODULE),
        type: 1,
        sequence: 1,
        dimensions: [
          {
            ...dimension(presetId(form, 'conclusion'), CONCLUSION, 1),
            name: i18n(CONCLUSION_NAME),
            option_items: OPTIONS.map((o) => option(form, o)),
          },
          { ...dimension(presetId(form, 'record'), RECORD, 2), name: i18n(RECORD_NAME) },
        ],
      },
      {
        id: form.moduleId,
        name: i18n(SCORING_MODULE),
        type: 2,
        sequence: 2,
        dimensions: form.dimensions.map((d, i) => ({
          ...dimension(d.id, MARK, i + 1),
          name: i18n(d.name),
          score_dimension_config: {
            score_dimension_type: 1,
            lower_limit_score: 1,
            upper_limit_score: HIGHEST,
          },
        })),
      },
    ],
  };
}

type Owned = { record: InterviewRecord; interview: Interview };

/** A person's own token may be narrowed to what they took part in: not documented, so a switch. */
function isShown(call: Call, { interview }: Owned): boolean {
  const { caller } = call;
  if (caller.kind !== 'user' || call.switches.userTokenRecords === 'all') return true;
  return interview.records.some((record) => record.interviewerId === caller.openId);
}

export const recordsById = (call: Call, ids: readonly string[]): Owned[] =>
  ids.flatMap((id) => {
    const interview = call.index.interviewByRecord.get(id);
    const record = interview?.records.find((one) => one.id === id);
    return interview && record && isShown(call, { record, interview })
      ? [{ record, interview }]
      : [];
  });

export const recordById = (call: Call): Owned =>
  call.found(
    recordsById(call, [call.param('interview_record_id')])[0],
    call.switches.absentInterviewDataCode,
  );

const owned = new WeakMap<TimeOrder<Interview>, { version: number; rows: Owned[] }>();

/** By begin of the interview; those of cancelled ones are not listed. */
export function allRecords(call: Call): Owned[] {
  const order = call.app.order.interviewsByBegin;
  let known = owned.get(order);
  if (known?.version !== order.version) {
    const rows = order.ascending.flatMap((interview) =>
      interview.records.map((record) => ({ record, interview })),
    );
    known = { version: order.version, rows };
    owned.set(order, known);
  }
  return call.caller.kind === 'user' ? known.rows.filter((row) => isShown(call, row)) : known.rows;
}

export const interviewRecordHandlers: Handlers = {
  'hire.v2.interviewRecord.get': (call) => ({
    interview_record: assessedRecord(call, recordById(call).record),
  }),

  /** By ids what is found, unpaged. As the page says, it goes by ids alone without a page_size. */
  'hire.v2.interviewRecord.list': (call) => {
    const ids = call.query.texts('ids') ?? [];
    const shape = ({ record }: Owned) => assessedRecord(call, record);
    const byIds = call.query.int('page_size') === undefined;
    if (ids.length > 0 || (byIds && call.switches.recordsWithoutPageSize === 'empty')) {
      return { items: recordsById(call, ids).map(shape), has_more: false };
    }
    return offsetPage(call, allRecords(call), shape, 'opaque');
  },

  'hire.v1.interviewFeedbackForm.list': (call) => {
    const ids = call.query.texts('interview_feedback_form_ids');
    const forms = [call.world.form].filter((f) => !ids || ids.includes(f.id));
    if (ids) return { items: forms.map(formShape), has_more: false };
    return offsetPage(call, forms, formShape);
  },
};
