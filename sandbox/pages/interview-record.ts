import { dateOf, HOUR } from '@/sandbox/world/calendar';
import type { Application, Interview, InterviewRecord, Talent, World } from '@/sandbox/world/types';
import { writePdf } from './pdf/document';
import { ACCENT, DIM, INK, Layout, LEFT, RIGHT } from './pdf/layout';

export type Language = 'zh' | 'en';
export type AssessedInterview = { interview: Interview; records: InterviewRecord[] };

const WORDS = {
  zh: {
    title: '面试记录',
    job: '应聘职位',
    stage: '当前阶段',
    applied: '投递时间',
    round: (round: number) => `第 ${round} 轮`,
    types: ['', '现场面试', '电话面试', '视频面试'],
    conclusions: ['', '通过', '未通过', '未开始', '未提交', '未到场', '待定'],
    empty: '暂无面试评价。',
    open: '尚未提交评价。',
    foot: '沙箱生成的虚构面试记录，不对应任何真实个人',
  },
  en: {
    title: 'Interview record',
    job: 'Job',
    stage: 'Stage',
    applied: 'Applied on',
    round: (round: number) => `Round ${round}`,
    types: ['', 'On site', 'By phone', 'By video'],
    conclusions: ['', 'Pass', 'Fail', 'Not begun', 'Not submitted', 'No show', 'Undecided'],
    empty: 'There is no assessment yet.',
    open: 'The assessment is not submitted.',
    foot: 'Made by a sandbox. No real person is meant.',
  },
} as const;

/** The file name, as the page's sample forms it. */
export const recordFileName = (talent: Talent, language: Language): string =>
  `${talent.name}-${WORDS[language].title}.pdf`;

/** `YYYY-MM-DD HH:mm` in Shanghai. */
const clock = (at: number) =>
  `${dateOf(at)} ${new Date(at + 8 * HOUR).toISOString().slice(11, 16)}`;

/** The assessments of an application's interviews as a file, from the records the API shows. */
export function interviewRecordPdf(
  world: World,
  application: Application,
  talent: Talent,
  interviews: readonly AssessedInterview[],
  language: Language,
): Uint8Array<ArrayBuffer> {
  const words = WORDS[language];
  const layout = new Layout();
  head(layout, world, application, talent, language);
  if (interviews.length === 0) layout.paragraph(words.empty);
  for (const { interview, records } of interviews) {
    const stage = stageName(world, interview.stageId, language);
    const kind = words.types[interview.interviewType];
    layout.section(`${words.round(interview.round)} · ${stage} · ${kind}`);
    layout.paragraph(`${clock(interview.begin)} - ${clock(interview.end).slice(11)}`, 9.5);
    layout.y -= 6;
    for (const record of records) assessment(layout, world, record, language);
  }
  layout.foot(words.foot);
  return writePdf(layout.pages, layout.used, `${talent.name} ${words.title}`);
}

function stageName(world: World, stageId: string, language: Language): string {
  for (const { stages } of world.processes) {
    const stage = stages.find(({ id }) => id === stageId);
    if (stage) return stage.name[language];
  }
  return '';
}

function head(
  layout: Layout,
  world: World,
  application: Application,
  talent: Talent,
  language: Language,
): void {
  const words = WORDS[language];
  const { canvas } = layout;
  canvas.text(LEFT, layout.y - 6, talent.name, { size: 22, ink: INK, bold: true });
  canvas.textRight(RIGHT, layout.y - 4, words.title, { size: 12, ink: ACCENT });
  layout.y -= 36;
  const facts = [
    [words.job, world.jobs.get(application.jobId)?.title ?? ''],
    [words.stage, stageName(world, application.stageId, language)],
    [words.applied, dateOf(application.createdAt)],
  ];
  const line = facts.map(([name, value]) => `${name}: ${value}`).join('    ');
  canvas.text(LEFT, layout.y, line, { size: 10, ink: DIM });
  layout.y -= 14;
  canvas.line(LEFT, layout.y, RIGHT, layout.y, ACCENT, 1.2);
  layout.y -= 16;
}

function assessment(
  layout: Layout,
  world: World,
  record: InterviewRecord,
  language: Language,
): void {
  const words = WORDS[language];
  const person = world.people.find(({ openId }) => openId === record.interviewerId);
  const name = (language === 'zh' ? person?.name : person?.enName) ?? '';
  if (record.submittedAt === null) {
    layout.entry(name, '', words.open);
    return;
  }
  layout.entry(name, clock(record.submittedAt), words.conclusions[record.conclusion]);
  layout.paragraph(record.content);
  for (const { dimensionId, score, comment } of record.dimensions) {
    const dimension = world.form.dimensions.find(({ id }) => id === dimensionId);
    layout.paragraph(`${dimension?.name[language] ?? ''}  ${score} / 5  ${comment}`, 9.5);
  }
  layout.y -= 8;
}
