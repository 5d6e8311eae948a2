import { describe, expect, test } from 'vitest';
import { chartCsv } from './table';

describe('the CSV of a chart', () => {
  test('opens in Excel as it is: mark, CRLF, quotes doubled', () => {
    const csv = chartCsv({
      columns: [{ label: '步骤' }, { label: 'n', numeric: true }],
      rows: [
        ['面试, 一面', 12],
        ['say "hi"\nthere', null],
      ],
    });
    expect(csv).toBe('\uFEFF步骤,n\r\n"面试, 一面",12\r\n"say ""hi""\nthere",\r\n');
  });

  test.each(['=1+1', '+86', '-2', '@x', '\tx'])('never lets a spreadsheet run %j', (text) => {
    const line = chartCsv({ columns: [{ label: 'x' }], rows: [[text]] }).split('\r\n')[1];
    expect(line).toBe(`'${text}`);
  });

  test('keeps negative numbers as numbers and unknown ones empty', () => {
    const csv = chartCsv({ columns: [{ label: 'x' }], rows: [[-2], [Number.NaN], [null]] });
    expect(csv.split('\r\n').slice(1, 4)).toEqual(['-2', '', '']);
  });
});
