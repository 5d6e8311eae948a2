import type { Text } from './types';

/** `question_type` of the questionnaire page: 1 one of, 2 some of, 3 text, 4 stars. */
export type Question = {
  key: string;
  type: 1 | 2 | 3 | 4;
  name: Text;
  hint: Text;
  required: boolean;
  options: readonly Text[];
};

const question = (
  key: string,
  type: Question['type'],
  zh: string,
  en: string,
  more: Partial<Pick<Question, 'hint' | 'required' | 'options'>> = {},
): Question => ({
  key,
  type,
  name: { zh, en },
  hint: more.hint ?? { zh: '', en: '' },
  required: more.required ?? true,
  options: more.options ?? [],
});

const overall = question(
  'overall',
  4,
  '您对本次面试的整体体验如何？',
  'How was your interview experience overall?',
  { hint: { zh: '1 星为很不满意，5 星为非常满意', en: 'One star is poor, five are excellent' } },
);
const interviewer = question(
  'interviewer',
  4,
  '面试官是否专业、尊重并认真倾听？',
  'Was the interviewer professional, respectful and attentive?',
);
const wait = question('wait', 1, '面试是否准时开始？', 'Did the interview start on time?', {
  options: [
    { zh: '准时', en: 'On time' },
    { zh: '晚了不到 10 分钟', en: 'Less than 10 minutes late' },
    { zh: '晚了 10 分钟以上', en: 'More than 10 minutes late' },
  ],
});
const praised = question('praised', 2, '哪些方面让您满意？', 'What did you like?', {
  required: false,
  options: [
    { zh: '沟通及时', en: 'Quick communication' },
    { zh: '岗位介绍清楚', en: 'The job was explained well' },
    { zh: '面试问题贴合岗位', en: 'Questions that fit the job' },
    { zh: '流程安排合理', en: 'A sensible process' },
  ],
});
const offer = question(
  'offer',
  1,
  '若收到 Offer，您会考虑加入吗？',
  'Would you consider an offer from us?',
  {
    options: [
      { zh: '会优先考虑', en: 'Yes, above others' },
      { zh: '会与其他机会比较', en: 'I would compare it with others' },
      { zh: '暂不考虑', en: 'Not at present' },
    ],
  },
);
const advice = question('advice', 3, '您还有什么建议？', 'Anything you would change?', {
  required: false,
});

/** 1 was asked once at the end of all interviews, 2 is asked after each. */
export const FORMS: Record<1 | 2, readonly Question[]> = {
  1: [overall, praised, offer, advice],
  2: [overall, interviewer, wait, praised, advice],
};

export const STARS = {
  highest: { zh: '非常满意', en: 'Excellent' },
  lowest: { zh: '很不满意', en: 'Poor' },
} as const;

export const ADVICE = [
  '',
  '',
  '面试官很专业，交流很愉快。',
  '希望能更早告知面试结果。',
  '两轮面试之间间隔有点久，建议集中安排。',
  '会议链接提前一点发会更好。',
  '题目难度合适，和岗位贴合。',
  'The interviewers were well prepared. Thank you.',
] as const;
