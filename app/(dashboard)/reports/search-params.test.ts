import { describe, expect, test } from 'vitest';
import { isNarrowed, loadReportParams, reportQuery } from './search-params';

const TODAY = '2026-06-30';
const asked = (address: string) =>
  reportQuery(loadReportParams(new URL(address, 'http://x').searchParams), TODAY);

describe('the address of the reports', () => {
  test('without a word means the last 180 days, today included', () => {
    expect(asked('/reports').from).toBe('2026-01-02');
    expect(asked('/reports').to).toBeUndefined();
    expect(asked('/reports?period=30').from).toBe('2026-06-01');
    expect(asked('/reports?period=year').from).toBe('2026-01-01');
    expect(asked('/reports?period=all').from).toBeUndefined();
  });

  test('lets two days of one’s own win over the named period', () => {
    const query = asked('/reports?period=30&from=2025-03-01&to=2025-03-31');
    expect(query).toMatchObject({ from: '2025-03-01', to: '2025-03-31' });
    expect(asked('/reports?period=30&to=2025-03-31').from).toBeUndefined();
  });

  test('falls back on values that mean nothing instead of failing', () => {
    const query = asked('/reports?period=99&from=soon&job=x,7001&recruiter=me&type=none');
    expect(query).toMatchObject({ from: '2026-01-02', job: ['7001'] });
    expect(query.recruiter).toBeUndefined();
    expect(query.type).toBeUndefined();
  });

  test('knows when anything but the usual is asked', () => {
    const narrowed = (address: string) =>
      isNarrowed(loadReportParams(new URL(address, 'http://x').searchParams));
    expect(narrowed('/reports')).toBe(false);
    expect(narrowed('/reports?period=180')).toBe(false);
    expect(narrowed('/reports?period=all')).toBe(true);
    expect(narrowed('/reports?source=1')).toBe(true);
    expect(narrowed('/reports?to=2026-01-01')).toBe(true);
  });
});
