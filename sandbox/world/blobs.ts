import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of uploaded files by id, beside the journal, which has their names only. */
export type Blobs = {
  put(id: string, bytes: Buffer): void;
  get(id: string): Buffer | undefined;
};

export function memoryBlobs(): Blobs {
  const blobs = new Map<string, Buffer>();
  return { put: (id, bytes) => void blobs.set(id, bytes), get: (id) => blobs.get(id) };
}

/** Ids are digits, so that none leads out of the folder. */
export function folderBlobs(dir: string): Blobs {
  const pathOf = (id: string) => (/^\d+$/.test(id) ? join(dir, id) : null);
  return {
    put(id, bytes) {
      const path = pathOf(id);
      if (!path) throw new Error(`${id} is not an id`);
      mkdirSync(dir, { recursive: true });
      writeFileSync(path, bytes);
    },
    get(id) {
      const path = pathOf(id);
      try {
        return path ? readFileSync(path) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
