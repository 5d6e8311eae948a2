const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;

const widthOf = (text: string) =>
  [...text].reduce((width, char) => width + (WIDE.test(char) ? 2 : 1), 0);

/**
 * Breaks a label into lines of at most `width` Latin letters (a Han character counts two): between
 * words where there are any, anywhere in Han. What does not fit into `lines` ends with an ellipsis.
 */
export function wrapLabel(text: string, width: number, lines = 2): readonly string[] {
  // A word, or one wide character: nothing inside is ever parted unless it alone is too long.
  const pieces = text
    .trim()
    .match(
      /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]+|\s+/g,
    );
  const out: string[] = [''];
  for (const piece of pieces ?? []) {
    const line = out.at(-1) ?? '';
    if (widthOf(line + piece.trimEnd()) <= width || line === '') out[out.length - 1] = line + piece;
    else out.push(piece.trimStart());
  }
  const trimmed = out.map((line) => line.trim()).filter(Boolean);
  const kept = trimmed.slice(0, lines);
  const cut = trimmed.length > lines;
  return kept.map((line, at) => shorten(line, width, cut && at === kept.length - 1));
}

function shorten(line: string, width: number, more: boolean): string {
  if (!more && widthOf(line) <= width) return line;
  const chars = [...line];
  while (chars.length > 0 && widthOf(chars.join('')) > width - 1) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}
