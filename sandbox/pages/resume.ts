import type { Career, Talent, World } from '@/sandbox/world/types';
import { writePdf } from './pdf/document';
import { ACCENT, DIM, INK, Layout, LEFT, RIGHT } from './pdf/layout';

const GENDERS = ['', '男', '女', ''];
const DEGREES = ['', '小学', '初中', '专职', '高中', '大专', '本科', '硕士', '博士', '其他'];
const EDUCATION_TYPES = ['', '海外及港台', '统招全日制', '非全日制', '自考', '其他'];

const period = (start: string, end: string) =>
  `${start.replace('-', '.')} - ${end === '-' ? '至今' : end.replace('-', '.')}`;

function head(layout: Layout, talent: Talent, city: string): void {
  const { canvas } = layout;
  canvas.text(LEFT, layout.y - 6, talent.name, { size: 24, ink: INK, bold: true });
  const latest = talent.careers[0];
  if (latest) canvas.textRight(RIGHT, layout.y - 4, latest.title, { size: 12, ink: ACCENT });
  layout.y -= 36;
  const facts = [
    GENDERS[talent.gender] ?? '',
    talent.experienceYears > 0 ? `${talent.experienceYears} 年经验` : '应届',
    city,
  ].filter(Boolean);
  canvas.text(LEFT, layout.y, facts.join('  |  '), { size: 10, ink: DIM });
  layout.y -= 17;
  const contact = `手机：+${talent.mobileCode} ${talent.mobile}    邮箱：${talent.email}`;
  canvas.text(LEFT, layout.y, contact, { size: 10, ink: DIM });
  layout.y -= 14;
  canvas.line(LEFT, layout.y, RIGHT, layout.y, ACCENT, 1.2);
  layout.y -= 10;
}

function careers(layout: Layout, title: string, rows: readonly Career[]): void {
  if (rows.length === 0) return;
  layout.section(title);
  for (const row of rows) {
    layout.entry(row.company, period(row.start, row.end), row.title);
    layout.paragraph(row.description);
    layout.y -= 8;
  }
}

/** The résumé file of a talent, made from the same record the API shows. A4, one page or two. */
export function resumePdf(world: World, talent: Talent): Uint8Array<ArrayBuffer> {
  const layout = new Layout();
  const city = world.cities.find((c) => c.code === talent.currentCityCode)?.name.zh ?? '';
  head(layout, talent, city);
  if (talent.educations.length > 0) layout.section('教育经历');
  for (const row of talent.educations) {
    const kind = EDUCATION_TYPES[row.educationType] ?? '';
    const detail = [DEGREES[row.degree] ?? '', row.major, kind].filter(Boolean).join('  ·  ');
    layout.entry(row.school, period(row.start, row.end), detail);
    layout.y -= 6;
  }
  const isInternship = (row: Career) => row.careerType === 1;
  careers(
    layout,
    '工作经历',
    talent.careers.filter((row) => !isInternship(row)),
  );
  careers(layout, '实习经历', talent.careers.filter(isInternship));
  if (talent.projects.length > 0) layout.section('项目经历');
  for (const row of talent.projects) {
    layout.entry(row.name, period(row.start, row.end), row.role);
    layout.paragraph(row.description);
    layout.y -= 8;
  }
  const title = `${talent.name} 简历`;
  layout.foot('沙箱生成的虚构简历，不对应任何真实个人');
  return writePdf(layout.pages, layout.used, title);
}
