/** What a chart says, as rows: for its table view and its CSV, so that the three never disagree. */
export type ChartTable = {
  columns: readonly { label: string; numeric?: boolean }[];
  rows: readonly (readonly ChartCell[])[];
};
/** Null is unknown: an empty cell, never a zero. */
export type ChartCell = string | number | null;

const FORMULA = /^[=+\-@\t\r]/;

/**
 * CSV that Excel opens as it is: UTF-8 with a byte-order mark, CRLF. Text that a spreadsheet would
 * run as a formula is quoted with an apostrophe; numbers stay numbers.
 */
export function chartCsv({ columns, rows }: ChartTable): string {
  const lines = [columns.map((column) => column.label), ...rows].map((cells) =>
    cells.map(csvCell).join(','),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function csvCell(cell: ChartCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
