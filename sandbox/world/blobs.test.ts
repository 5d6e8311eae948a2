import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderBlobs, memoryBlobs } from './blobs';
import { openWorld } from './store';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'blobs-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('the bytes of a file', () => {
  it('come back as they were put', () => {
    for (const blobs of [memoryBlobs(), folderBlobs(join(dir, 'blobs'))]) {
      const bytes = Buffer.from([0, 255, 13, 10]);
      blobs.put('7340000000000000001', bytes);
      expect(blobs.get('7340000000000000001')?.equals(bytes)).toBe(true);
      expect(blobs.get('7340000000000000002')).toBeUndefined();
    }
  });

  it('stay inside their folder', () => {
    const blobs = folderBlobs(join(dir, 'blobs'));
    expect(() => blobs.put('../meta.json', Buffer.from('x'))).toThrow(/not an id/);
    expect(blobs.get('../meta.json')).toBeUndefined();
  });

  it('are there after a restart, and not in another world of the folder', () => {
    const now = Date.parse('2026-11-22T04:00:00Z');
    const open = (seed: number) => openWorld({ dir, seed, size: 20, now });
    const first = open(1);
    first.blobs.put('7340000000000000001', Buffer.from('words'));
    first.close();
    expect(open(1).blobs.get('7340000000000000001')?.toString()).toBe('words');
    expect(open(2).blobs.get('7340000000000000001')).toBeUndefined();
  });
});
