import { beforeAll, describe, expect, it } from 'vitest';
import { DAY } from './calendar';
import { generateWorld } from './generate';
import { transcriptOf } from './minutes';
import { interviewerOf } from './personas';
import { FORMS } from './questionnaire-data';
import type { World } from './types';

const NOW = Date.parse('2025-06-18T15:20:00+08:00');
let world: World;
beforeAll(() => {
  world = generateWorld({ seed: 5, size: 1500, now: NOW });
});

describe('questionnaires', () => {
  it('follow interviews that took place, and are answered by about two in five', () => {
    const rows = [...world.questionnaires.values()];
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      expect(row.sentAt).toBeLessThanOrEqual(NOW);
      expect(row.answeredAt ?? row.sentAt).toBeLessThanOrEqual(NOW);
      expect(row.answers).toHaveLength(row.answeredAt === null ? 0 : FORMS[row.version].length);
      const interview = world.interviews.get(row.interviewId ?? '');
      expect(row.version).toBe(interview ? 2 : 1);
      if (!interview) continue;
      expect(interview.applicationId).toBe(row.applicationId);
      expect(interview.cancelled).toBe(false);
      expect(row.sentAt).toBeGreaterThan(interview.end);
    }
    const share = rows.filter((row) => row.answeredAt !== null).length / rows.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.5);
  });

  it('are asked once at the end in former times, after each interview now', () => {
    const old = [...world.questionnaires.values()].filter((row) => row.version === 1);
    expect(old.length).toBeGreaterThan(10);
    expect(new Set(old.map((row) => row.applicationId)).size).toBe(old.length);
    for (const row of old) {
      expect(row.sentAt).toBeLessThan(NOW - 199 * DAY);
      expect(world.applications.get(row.applicationId)?.active).toBe(false);
    }
  });
});

describe('interviewers', () => {
  it('are certified, not certified, or never looked at', () => {
    const rows = [...world.interviewers.values()];
    const all = world.people.filter((p) => p.persona === 'interviewer' || p.persona === 'manager');
    expect(rows.length).toBeLessThan(all.length);
    expect(new Set(rows.map((row) => row.verified)).size).toBe(2);
    expect(world.interviewers.get(interviewerOf(world).openId)?.verified).toBe(true);
    for (const row of rows) expect(row.updatedAt).toBeLessThan(NOW);
  });
});

describe('what was said in an interview', () => {
  it('is the same whenever asked for, and only of some videos that took place', () => {
    const rows = [...world.interviews.values()];
    const recorded = rows.filter((row) => transcriptOf(world, row).length > 0);
    const videos = rows.filter((row) => row.interviewType === 3);
    expect(recorded.length).toBeGreaterThan(20);
    expect(recorded.length).toBeLessThan(videos.length / 2);
    for (const row of recorded) {
      expect(row).toMatchObject({ interviewType: 3, cancelled: false });
      expect(row.end).toBeLessThan(NOW);
      const lines = transcriptOf(world, row);
      expect(transcriptOf(world, row)).toEqual(lines);
      const times = lines.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
    expect(new Set(recorded.map((row) => transcriptOf(world, row).length)).size).toBeGreaterThan(3);
  });
});
