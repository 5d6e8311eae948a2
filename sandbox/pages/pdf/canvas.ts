import { runsOf, widthOf } from './metrics';

/** A grey or a colour, each part from 0 to 1. */
export type Ink = readonly [number, number, number];
export type TextStyle = { size: number; ink: Ink; bold?: boolean };

const num = (value: number) => String(Math.round(value * 100) / 100);
const rgb = (ink: Ink) => ink.map(num).join(' ');

/** The content stream of one page. The origin is the lower left corner, points up and right. */
export class Canvas {
  private readonly operators: string[] = [];

  constructor(private readonly used: Set<string>) {}

  /** Sets text with its baseline at (x, y) and gives the x where it ends. */
  text(x: number, y: number, text: string, style: TextStyle): number {
    const { size, ink, bold = false } = style;
    let at = x;
    for (const run of runsOf(text)) {
      if (!run.latin) for (const char of run.text) this.used.add(char);
      // The Chinese font has no bold cut: bold is the outline drawn as well.
      const weight = bold ? `${rgb(ink)} RG ${num(size / 32)} w 2 Tr` : '0 Tr';
      const font = run.latin ? 'F2' : 'F1';
      this.operators.push(
        `BT ${rgb(ink)} rg ${weight} /${font} ${num(size)} Tf ${num(at)} ${num(y)} Td ${run.latin ? literal(run.text) : hex(run.text)} Tj ET`,
      );
      at += widthOf(run.text, size);
    }
    return at;
  }

  textRight(x: number, y: number, text: string, style: TextStyle): void {
    this.text(x - widthOf(text, style.size), y, text, style);
  }

  line(x1: number, y1: number, x2: number, y2: number, ink: Ink, width = 0.6): void {
    this.operators.push(
      `${rgb(ink)} RG ${num(width)} w ${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l S`,
    );
  }

  box(x: number, y: number, width: number, height: number, ink: Ink): void {
    this.operators.push(`${rgb(ink)} rg ${num(x)} ${num(y)} ${num(width)} ${num(height)} re f`);
  }

  get content(): string {
    return this.operators.join('\n');
  }
}

/** A string in parentheses; bytes above ASCII as octal. */
const literal = (text: string) =>
  `(${text.replace(/[\\()]/g, '\\$&').replace(/[\u00a0-\u00ff]/g, (c) => `\\${c.charCodeAt(0).toString(8)}`)})`;

/** UTF-16BE in hex, as UniGB-UCS2-H takes it. */
export function hex(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    out += text.charCodeAt(i).toString(16).padStart(4, '0');
  }
  return `<${out}>`;
}
