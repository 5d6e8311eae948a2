import type { Career, Talent, World } from '@/sandbox/world/types';
import { Canvas, type Ink } from './pdf/canvas';
import { A4, writePdf } from './pdf/document';
import { wrap } from './pdf/metrics';

const LEFT = 56;
const RIGHT = A4.width - 56;
const TOP = A4.height - 64;
const BOTTOM = 64;

const INK: Ink = [0.12, 0.14, 0.16];
const DIM: Ink = [0.42, 0.45, 0.48];
const LINE: Ink = [0.85, 0.87, 0.89];
const ACCENT: Ink = [0.14, 0.36, 0.86];

const GENDERS = ['', '男', '女', ''];
const DEGREES = ['', '小学', '初中', '专职', '高中', '大专', '本科', '硕士', '博士', '其他'];
const EDUCATION_TYPES = ['', '海外及港台', '统招全日制', '非全日制', '自考', '其他'];

/** Writes down the pages and starts a new one when what comes next would not fit. */
class Layout {
  readonly used = new Set<string>();
  readonly pages: Canvas[] = [];
  y = TOP;
  private page = this.newPage();

  get canvas(): Canvas {
    return this.page;
  }

  room(height: number): void {
    if (this.y - height >= BOTTOM) return;
    this.page = this.newPage();
  }

  paragraph(text: string, size = 10): void {
    for (const line of wrap(text, size, RIGHT - LEFT)) {
      this.room(16);
      this.page.text(LEFT, this.y, line, { size, ink: INK });
      this.y -= 16;
    }
  }

  section(title: string): void {
    this.room(70);
    this.y -= 12;
    this.page.box(LEFT, this.y - 1.5, 3, 13, ACCENT);
    const end = this.page.text(LEFT + 10, this.y, title, { size: 12.5, ink: INK, bold: true });
    this.page.line(end + 10, this.y + 4, RIGHT, this.y + 4, LINE);
    this.y -= 24;
  }

  /** A bold line with its period at the right, then a quieter one. */
  entry(title: string, period: string, detail: string): void {
    this.room(48);
    this.page.text(LEFT, this.y, title, { size: 11, ink: INK, bold: true });
    this.page.textRight(RIGHT, this.y, period, { size: 9.5, ink: DIM });
    this.y -= 17;
    if (detail === '') return;
    this.page.text(LEFT, this.y, detail, { size: 10, ink: DIM });
    this.y -= 17;
  }

  private newPage(): Canvas {
    const canvas = new Canvas(this.used);
    this.pages.push(canvas);
    this.y = TOP;
    return canvas;
  }
}

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
  for (const [i, page] of layout.pages.entries()) {
    const style = { size: 8, ink: DIM };
    page.text(LEFT, 36, '沙箱生成的虚构简历，不对应任何真实个人', style);
    page.textRight(RIGHT, 36, `${i + 1} / ${layout.pages.length}`, style);
  }
  return writePdf(layout.pages, layout.used, title);
}
