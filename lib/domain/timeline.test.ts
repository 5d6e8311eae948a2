import { describe, expect, it } from 'vitest';
import { type TimelineFacts, timelineOf } from './timeline';

const text = (zh: string) => ({ zh, en: zh.toUpperCase() });
const person = (openId: string) => ({ openId, name: text(openId) });
const T = Date.UTC(2026, 10, 2, 3, 4, 5);
const minutes = (n: number) => T + n * 60_000;

const empty: TimelineFacts = {
  createdAt: null,
  creator: null,
  source: null,
  visits: [],
  evaluations: [],
  tests: [],
  interviews: [],
  offer: null,
  joinedAt: null,
  endedAt: null,
  endReasons: [],
  notes: [],
  acts: [],
};

describe('the time line of an application', () => {
  it('is newest first and says nothing about what has no time', () => {
    const events = timelineOf({
      ...empty,
      createdAt: T,
      visits: [
        { stageId: '1', name: text('初筛'), enteredAt: T },
        { stageId: '2', name: text('面试'), enteredAt: minutes(20) },
        { stageId: '3', name: text('Offer'), enteredAt: null },
      ],
      notes: [{ author: null, content: '约周三', createdAt: minutes(10) }],
    });
    expect(events.map((event) => event.kind)).toEqual(['stage_entered', 'note', 'applied']);
    expect(events[0]).toEqual({
      at: new Date(minutes(20)).toISOString(),
      kind: 'stage_entered',
      actor: null,
      subject: text('面试'),
    });
  });

  it('names who moved it only where the move was made here, to that stage, at that time', () => {
    const act = {
      kind: 'move',
      at: minutes(20) + 900,
      actor: person('ou_a'),
      stageId: '2',
    } as const;
    const visits = [
      { stageId: '1', name: text('初筛'), enteredAt: T },
      { stageId: '2', name: text('面试'), enteredAt: minutes(20) },
      { stageId: '2', name: text('面试'), enteredAt: minutes(60) },
    ];
    const actors = timelineOf({ ...empty, visits, acts: [act] }).map((event) => event.actor);
    expect(actors).toEqual([null, person('ou_a')]);
    expect(
      timelineOf({ ...empty, visits, acts: [{ ...act, stageId: '3' }] }).every((e) => !e.actor),
    ).toBe(true);
  });

  it('keeps an ending with its reasons beside the recovery that followed', () => {
    const events = timelineOf({
      ...empty,
      endedAt: minutes(5),
      endReasons: [text('薪资'), text('距离')],
      acts: [
        { kind: 'end', at: minutes(5), actor: person('ou_a'), stageId: null },
        { kind: 'recover', at: minutes(6), actor: person('ou_b'), stageId: null },
      ],
    });
    expect(events).toMatchObject([
      { kind: 'recovered', actor: { openId: 'ou_b' } },
      { kind: 'ended', actor: { openId: 'ou_a' }, subject: { zh: '薪资、距离' } },
    ]);
  });

  it('leaves a cancelled interview out with its records', () => {
    const records = [{ interviewer: person('ou_i'), submittedAt: minutes(90) }];
    const interview = { stageName: text('面试'), beginAt: minutes(30), records };
    const kinds = (cancelled: boolean) =>
      timelineOf({ ...empty, interviews: [{ ...interview, cancelled }] }).map((e) => e.kind);
    expect(kinds(false)).toEqual(['feedback', 'interview']);
    expect(kinds(true)).toEqual([]);
  });
});
