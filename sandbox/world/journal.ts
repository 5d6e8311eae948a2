import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { type Change, ChangeRecord } from './changes';

/** A line of the journal that is whole and yet not a change: the file was not written by us. */
export class BrokenJournal extends Error {
  readonly code = 'broken_journal';
  constructor(path: string, line: number, cause: unknown) {
    super(`${path}: line ${line} is not a change`, { cause });
  }
}

export function toLine(change: Change): string {
  return JSON.stringify(change);
}

/** The change a line holds; throws when it is none. */
export function fromLine(line: string): Change {
  return ChangeRecord.parse(JSON.parse(line));
}

export function appendLine(path: string, line: string): void {
  appendFileSync(path, `${line}\n`);
}

/**
 * The changes of the file, oldest first. A last line without its line break was being written when
 * the process died and was acknowledged to nobody: it is cut off.
 */
export function readJournal(path: string): Change[] {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) truncateSync(path, whole);
  return bytes
    .subarray(0, whole)
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .map((line, at) => {
      try {
        return fromLine(line);
      } catch (error) {
        throw new BrokenJournal(path, at + 1, error);
      }
    });
}
