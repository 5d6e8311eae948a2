import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from './calendar';
import { UnknownRecord } from './changes/scene';
import { buildIndex } from './indexes';
import { BrokenJournal, fromLine, toLine } from './journal';
import { openMemoryWorld, openWorld, type WorldStore } from './store';
import { type Act, KINDS, perform } from './testing/act';
import { digest } from './testing/digest';

const NOW = Date.parse('2025-06-18T15:20:00+08:00');
const acts = fc.array(
  fc.record({
    kind: fc.nat(KINDS - 1),
    which: fc.nat(),
    other: fc.nat(),
    text: fc.string({ unit: 'grapheme' }),
  }),
  { minLength: 40, maxLength: 90 },
);

let dir: string;
let real: number;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'world-'));
  real = 1_000_000;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const journal = () => join(dir, 'journal.ndjson');
const open = (more: { seed?: number; size?: number; now?: number } = {}): WorldStore =>
  openWorld({ dir, seed: 1, size: 50, now: NOW, realNow: () => real, ...more });

function firstOf<T>(records: Map<string, T>): T {
  const [first] = records.values();
  if (!first) throw new Error('nothing there');
  return first;
}

function addNote(store: WorldStore, content: string): string {
  const id = store.nextId('note');
  const talentId = firstOf(store.world.talents).id;
  const times = { createdAt: store.now(), modifiedAt: store.now() };
  const note = {
    id,
    talentId,
    applicationId: null,
    creatorId: null,
    content,
    isPrivate: false,
    ...times,
  };
  store.commit({ kind: 'note.created', at: store.now(), note });
  return id;
}

describe('a world kept in a folder', () => {
  it('is after a restart what it was before, whatever happened', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(acts, (sequence) => {
        rmSync(dir, { recursive: true, force: true });
        const live = open();
        for (const act of sequence) {
          real += 1000;
          const change = perform(live, act);
          if (!change) continue;
          seen.add(change.kind);
          expect(fromLine(toLine(change))).toEqual(change);
        }
        live.close();
        const again = open();
        expect(digest(again.world)).toBe(digest(live.world));
        expect(digest(again.index)).toBe(digest(live.index));
      }),
      { numRuns: 25, seed: 20250618 },
    );
    expect(seen.size).toBe(KINDS);
  }, 20_000);

  it('keeps its indexes equal to indexes built anew', () => {
    fc.assert(
      fc.property(acts, (sequence: Act[]) => {
        const store = openMemoryWorld({ seed: 2, size: 50, now: NOW });
        for (const act of sequence) perform(store, act);
        expect(sorted(store.index)).toEqual(sorted(buildIndex(store.world)));
      }),
      { numRuns: 15, seed: 7 },
    );
  }, 20_000);

  it('drops a torn last line and goes on writing whole ones', () => {
    const first = open();
    const kept = addNote(first, '第一条');
    const torn = addNote(first, '第二条');
    const bytes = readFileSync(journal());
    writeFileSync(journal(), bytes.subarray(0, bytes.length - 30));
    const second = open();
    expect(second.world.notes.has(kept)).toBe(true);
    expect(second.world.notes.has(torn)).toBe(false);
    const later = addNote(second, '第三条');
    const third = open();
    expect([kept, torn, later].map((id) => third.world.notes.has(id))).toEqual([true, false, true]);
  });

  it('refuses a journal with a broken line in the middle, naming the line', () => {
    addNote(open(), 'one');
    appendFileSync(journal(), '{"kind":"application.moved"}\n');
    expect(() => open()).toThrow(BrokenJournal);
    expect(() => open()).toThrow(/line 2/);
  });

  it('keeps its epoch, and starts afresh for another seed or size', () => {
    const first = open();
    addNote(first, 'mine');
    const continued = open({ now: NOW + DAY });
    expect(continued.world.id).toBe(first.world.id);
    expect([first.origin, continued.origin]).toEqual(['new', 'continued']);
    const other = open({ seed: 2 });
    expect(other.origin).toBe('replaced');
    expect(other.world.id).not.toBe(first.world.id);
    expect([...open().world.notes.values()].some(({ content }) => content === 'mine')).toBe(false);
  });

  it('starts afresh, at the present, where the generator now makes another world', () => {
    addNote(open(), 'of the old world');
    const path = join(dir, 'meta.json');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/"w[0-9a-f]{15}"/, '"w000000000000000"'),
    );
    const store = open({ now: NOW + 9 * DAY });
    expect(store.origin).toBe('replaced');
    expect(store.now()).toBe(NOW + 9 * DAY);
    expect(
      [...store.world.notes.values()].some(({ content }) => content === 'of the old world'),
    ).toBe(false);
  });

  it('does not start over a folder whose meta file it cannot read', () => {
    addNote(open(), 'precious');
    writeFileSync(join(dir, 'meta.json'), '{');
    expect(() => open()).toThrow(/cannot be read/);
    expect(readFileSync(journal(), 'utf8')).toContain('precious');
  });
});

describe('a change', () => {
  it('that names an unknown record throws and leaves nothing behind', () => {
    const store = open();
    const before = digest(store.world);
    const at = store.now();
    const move = { kind: 'application.moved', at, stageId: '1' } as const;
    const application = firstOf(store.world.applications);
    expect(() => store.commit({ ...move, applicationId: application.id })).toThrow(UnknownRecord);
    expect(() => store.commit({ ...move, applicationId: '1' })).toThrow(UnknownRecord);
    expect(digest(store.world)).toBe(before);
    expect(digest(open().world)).toBe(before);
  });

  it('shares nothing with the world: the caller’s object stays the caller’s', () => {
    const store = openMemoryWorld({ seed: 1, size: 20, now: NOW });
    const note = {
      id: store.nextId('note'),
      talentId: firstOf(store.world.talents).id,
      applicationId: null,
      creatorId: null,
      content: 'as written',
      isPrivate: false,
      createdAt: 1,
      modifiedAt: 1,
    };
    store.commit({ kind: 'note.created', at: store.now(), note });
    note.content = 'changed behind its back';
    expect(store.world.notes.get(note.id)?.content).toBe('as written');
  });

  it('of stage closes the visit and opens the next at one moment', () => {
    const store = openMemoryWorld({ seed: 1, size: 50, now: NOW });
    const application = [...store.world.applications.values()].find(({ active }) => active);
    const place = store.index.stages.get(application?.stageId ?? '');
    const target = place?.process.stages[0];
    if (!application || !target) throw new Error('no active application');
    const at = store.now();
    const visits = application.stageTimes.length;
    store.commit({
      kind: 'application.moved',
      at,
      applicationId: application.id,
      stageId: target.id,
    });
    expect(application.stageTimes.at(-1)).toEqual({ stageId: target.id, enter: at, exit: null });
    expect(application.stageTimes.at(-2)?.exit).toBe(at);
    expect(application.stageTimes).toHaveLength(visits + 1);
    expect(application.modifiedAt).toBe(at);
  });

  it('of ending frees the talent it had locked, and recovery clears the end', () => {
    const store = openMemoryWorld({ seed: 1, size: 400, now: NOW });
    const talent = [...store.world.talents.values()].find((t) => t.lockedByApplicationId !== null);
    const id = talent?.lockedByApplicationId;
    if (!talent || !id) throw new Error('nobody is locked');
    const before = structuredClone(store.world.applications.get(id));
    store.commit({
      kind: 'application.terminated',
      at: store.now(),
      applicationId: id,
      terminationType: 1,
      reasonIds: ['1'],
      note: '',
      terminatorId: null,
    });
    expect(store.world.applications.get(id)?.active).toBe(false);
    expect(store.world.applications.get(id)?.stageTimes.at(-1)?.exit).toBeNull();
    expect(talent.lockedByApplicationId).toBeNull();
    store.commit({ kind: 'application.recovered', at: store.now(), applicationId: id });
    expect(store.world.applications.get(id)).toEqual({ ...before, modifiedAt: store.now() });
  });
});

describe('the ids of a living world', () => {
  it('are new, also after a restart', () => {
    const ids = new Set(open().world.notes.keys());
    for (let restart = 0; restart < 3; restart++) {
      const store = open();
      for (let i = 0; i < 5; i++) {
        const id = addNote(store, 'x');
        expect(id).toMatch(/^\d{19}$/);
        expect(ids.has(id)).toBe(false);
        ids.add(id);
        if (i === 4) store.commit({ kind: 'note.deleted', at: store.now(), noteId: id });
      }
    }
  });
});

describe('the clock of a world', () => {
  it('starts at the epoch and goes on with real time, over a restart too', () => {
    const store = open();
    expect(store.now()).toBe(NOW);
    real += HOUR;
    expect(store.now()).toBe(NOW + HOUR);
    store.jump(DAY);
    expect(store.now()).toBe(NOW + HOUR + DAY);
    real += HOUR;
    expect(open().now()).toBe(NOW + 2 * HOUR + DAY);
  });

  it('can be hurried or stopped, and keeps that', () => {
    const store = open();
    store.setScale(60);
    real += 1000;
    expect(store.now()).toBe(NOW + 60_000);
    store.setScale(0);
    real += HOUR;
    expect(store.now()).toBe(NOW + 60_000);
    expect(open().now()).toBe(NOW + 60_000);
  });

  it('never runs backwards, not even when the machine’s does', () => {
    const store = open();
    real += HOUR;
    addNote(store, 'an hour in');
    real -= 3 * HOUR;
    expect(store.now()).toBe(NOW + HOUR);
    expect(open().now()).toBe(NOW + HOUR);
    expect(() => store.jump(-1)).toThrow(RangeError);
  });
});

/** Index content without the order of lists that hold nothing of order. */
function sorted(index: unknown): unknown {
  return JSON.parse(
    JSON.stringify(index, (_, value) =>
      value instanceof Map
        ? [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
        : value,
    ),
  );
}
