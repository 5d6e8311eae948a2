import { Canvas, type Ink } from './canvas';
import { A4 } from './document';
import { wrap } from './metrics';

export const LEFT = 56;
export const RIGHT = A4.width - 56;
const TOP = A4.height - 64;
const BOTTOM = 64;

export const INK: Ink = [0.12, 0.14, 0.16];
export const DIM: Ink = [0.42, 0.45, 0.48];
const LINE: Ink = [0.85, 0.87, 0.89];
export const ACCENT: Ink = [0.14, 0.36, 0.86];

/** Writes down the pages and starts a new one when what comes next would not fit. */
export class Layout {
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

  /** The last thing to write: a line and the page number at the foot of every page. */
  foot(text: string): void {
    const style = { size: 8, ink: DIM };
    for (const [i, page] of this.pages.entries()) {
      page.text(LEFT, 36, text, style);
      page.textRight(RIGHT, 36, `${i + 1} / ${this.pages.length}`, style);
    }
  }

  private newPage(): Canvas {
    const canvas = new Canvas(this.used);
    this.pages.push(canvas);
    this.y = TOP;
    return canvas;
  }
}
