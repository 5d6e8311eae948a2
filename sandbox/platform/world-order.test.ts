import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '@/sandbox/world/changes';
import { openMemoryWorld } from '@/sandbox/world/store';
import type { World } from '@/sandbox/world/types';
import { TimeOrder } from './time-order';
import { type ApplicationGroup, WorldOrder } from './world-order';

type Row = { id: string; time: number };
const sorted = (rows: Iterable<Row>) =>
  [...rows].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1)).map((r) => r.id);

describe('a time order', () => {
  it('is what sorting afresh would give, after any touches', () => {
    const id = fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8');
    const step = fc.record({ id, time: fc.nat(6), gone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step), fc.array(step), (first, steps) => {
        const rows = new Map(first.map((s) => [s.id, { id: s.id, time: s.time }]));
        const order = new TimeOrder(rows.values(), (r) => r.time);
        for (const { id: at, time, gone } of steps) {
          const row = rows.get(at);
          if (gone) rows.delete(at);
          else if (row) row.time = time;
          else rows.set(at, { id: at, time });
          order.touch(at, rows.get(at));
        }
        expect(order.ascending.map((r) => r.id)).toEqual(sorted(rows.values()));
      }),
    );
  });

  it('finds the first row at or after a time and id', () => {
    const order = new TimeOrder(
      [
        { id: 'a', time: 5 },
        { id: 'b', time: 5 },
        { id: 'c', time: 7 },
      ],
      (r) => r.time,
    );
    expect(order.firstNotBefore(5)).toBe(0);
    expect(order.firstNotBefore(5, 'b')).toBe(1);
    expect(order.firstNotBefore(6)).toBe(2);
    expect(order.firstNotBefore(8)).toBe(3);
  });
});

describe('the orders of a world', () => {
  const NOW = Date.parse('2026-11-22T04:00:00Z');

  const stagesOf = (world: World) => world.processes.flatMap((p) => p.stages.map((s) => s.id));
  const inGroups = (order: WorldOrder, group: ApplicationGroup, ids: string[]) =>
    ids.map((id) => {
      const rows = order.applicationsIn(group, 'modifiedAt').of(id).ascending;
      return rows.map((row) => row.id);
    });

  /** Ids in each order, as lists would page through them. */
  function ordersOf(order: WorldOrder, world: World) {
    return {
      modified: order.applicationsByModified.ascending.map((r) => r.id),
      created: order.applicationsByCreated.ascending.map((r) => r.id),
      talents: order.talentsByUpdate.ascending.map((r) => r.id),
      evaluations: order.evaluationsByUpdate.ascending.map((r) => r.id),
      interviews: order.interviewsByBegin.ascending.map((r) => r.id),
      tests: order.testsByStart.ascending.map((r) => r.id),
      jobs: inGroups(order, 'job', [...world.jobs.keys()]),
      stages: inGroups(order, 'stage', stagesOf(world)),
    };
  }

  it('stay true through every kind of change that moves a row', () => {
    let real = NOW;
    const store = openMemoryWorld({ seed: 3, size: 120, now: NOW, realNow: () => real });
    const { world, index } = store;
    const kept = new WorldOrder(world);
    ordersOf(kept, world);
    const apply = (change: Change) => kept.around(change, () => store.commit(change));
    const applications = [...world.applications.values()];
    const evaluations = [...world.evaluations.values()];
    const interviews = [...world.interviews.values()];
    const tests = [...world.tests.values()];
    const offers = [...world.offers.values()];
    const notes = [...world.notes.values()];

    for (let i = 0; i < 60; i += 1) {
      real += 1_000 + (i % 3);
      const at = store.now();
      const a = applications[(i * 7) % 100];
      const e = evaluations[i % evaluations.length];
      const v = interviews[(i * 5) % interviews.length];
      const t = tests[i % tests.length];
      const o = offers[i % offers.length];
      const n = notes[i % notes.length];
      if (!a || !e || !v || !t || !o || !n) throw new Error('the world is too small');
      const stages = index.stages.get(a.stageId)?.process.stages ?? [];
      const stageId = stages[i % stages.length]?.id ?? a.stageId;
      apply({ kind: 'application.moved', at, applicationId: a.id, stageId });
      apply({ kind: 'evaluation.submitted', at, evaluationId: e.id, conclusion: 1, content: '' });
      const begin = at + i * 60_000;
      apply({ kind: 'interview.moved', at, interviewId: v.id, begin, end: begin + 1 });
      if (i % 4 === 0) apply({ kind: 'interview.cancelled', at, interviewId: v.id });
      apply({ kind: 'test.completed', at, testId: t.id, score: 80, passed: true });
      apply({ kind: 'offer.changed', at, offerId: o.id, status: 6 });
      apply({ kind: 'talent.tagged', at, talentId: a.talentId, tagId: world.tags[0]?.id ?? '' });
      if (i < notes.length) apply({ kind: 'note.updated', at, noteId: n.id, content: 'x' });
    }
    const gone = applications[110];
    apply({ kind: 'application.deleted', at: store.now(), applicationId: gone?.id ?? '' });
    const left = applications[100]?.talentId ?? '';
    apply({ kind: 'talent.deleted', at: store.now(), talentId: left });

    expect(ordersOf(kept, world)).toEqual(ordersOf(new WorldOrder(world), world));
    expect(ordersOf(kept, world).modified).not.toContain(gone?.id);
    expect(ordersOf(kept, world).talents).not.toContain(left);
  });
});
