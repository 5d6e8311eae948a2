/** Advance widths of Helvetica, U+0020 to U+007E, in thousandths of the font size. */
const HELVETICA = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

export type Run = { latin: boolean; text: string };

/** What Helvetica in WinAnsi has: ASCII and the upper half of Latin-1 (`·`, `é`). */
export const isLatin = (char: string): boolean =>
  (char >= ' ' && char <= '~') || (char >= '\u00a0' && char <= '\u00ff');

const MIDDLE_DOT = '\u00b7';

function latinWidth(char: string): number {
  return char === MIDDLE_DOT ? 278 : (HELVETICA[char.charCodeAt(0) - 32] ?? 556);
}

/** Width of a text in points. Whatever is not Latin-1 is set full width in the Chinese font. */
export function widthOf(text: string, size: number): number {
  let thousandths = 0;
  for (const char of text) {
    thousandths += isLatin(char) ? latinWidth(char) : 1000;
  }
  return (thousandths * size) / 1000;
}

/** Neighbouring characters of one font. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const char of text) {
    const latin = isLatin(char);
    const last = runs.at(-1);
    if (last?.latin === latin) last.text += char;
    else runs.push({ latin, text: char });
  }
  return runs;
}

const NEVER_FIRST = '，。、；：！？）》」』”’…·,.;:!?)';

/** Lines no wider than `width` points: Han breaks anywhere, Latin words stay whole. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [word] of text.matchAll(/[!-~]+|\s+|[^\s!-~]/gu)) {
    const fits = widthOf(line + word, size) <= width;
    if (fits || line === '' || NEVER_FIRST.includes(word)) {
      line += word;
      continue;
    }
    lines.push(line.trimEnd());
    line = word.trimStart();
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
