import { describe, expect, it } from 'vitest';
import { createCallMeter } from './call-meter';

describe('the meter of calls', () => {
  it('counts the calls of the last minute and no others', () => {
    const meter = createCallMeter();
    for (let ms = 0; ms < 120_000; ms += 250) meter.note(ms);
    expect(meter.lastMinute(119_999)).toBe(240);
    expect(meter.lastMinute(149_000)).toBe(120);
    expect(meter.lastMinute(179_000)).toBe(0);
  });

  it('counts from nothing after a long silence', () => {
    const meter = createCallMeter();
    meter.note(5_000);
    meter.note(10_000_000);
    meter.note(10_000_000);
    expect(meter.lastMinute(10_000_500)).toBe(2);
  });
});
