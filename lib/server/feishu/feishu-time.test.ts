import { describe, expect, it } from 'vitest';
import { createManualClock } from '@/lib/testing/manual-clock';
import { createFeishuTime } from './feishu-time';

const EPOCH = Date.UTC(2026, 0, 5);
const header = (ms: number) => new Date(ms).toUTCString();

describe('the time at Feishu', () => {
  it('is ours until a reply says otherwise, and where both agree to half a minute', async () => {
    const clock = createManualClock(EPOCH);
    const time = createFeishuTime(clock);
    expect(time.now()).toBe(EPOCH);
    time.heard(header(EPOCH + 20_000));
    expect(time.now()).toBe(EPOCH);
  });

  it('is theirs where our clock is an hour off, and goes on between replies', async () => {
    const clock = createManualClock(EPOCH);
    const time = createFeishuTime(clock);
    time.heard(header(EPOCH - 3_600_000));
    await clock.run(5_000);
    expect(time.now()).toBe(EPOCH - 3_600_000 + 5_000);
  });

  it('does not move when our clock is set, and ignores what is no date', async () => {
    const clock = createManualClock(EPOCH);
    let step = 0;
    const time = createFeishuTime({ ...clock, now: () => clock.now() + step });
    time.heard(header(EPOCH));
    step = 3_600_000;
    expect(time.now()).toBe(EPOCH);
    step = -3_600_000;
    expect(time.now()).toBe(EPOCH);
    time.heard(null);
    time.heard('soon');
    expect(time.now()).toBe(EPOCH);
  });
});
