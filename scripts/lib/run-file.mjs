import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, isAlive, startTimeOf } from './identity.mjs';
import { StartError } from './start-error.mjs';

/** @typedef {{ name: string, pid: number, startTime: string }} Known */

/** `.data/run.json`: who runs, so that the next start can end what a kill -9 left behind. */
export class RunFile {
  /** @type {Known[]} */
  #children = [];
  #path;
  #owned = false;
  #starter = { pid: process.pid, startTime: startTimeOf(process.pid) };

  /** @param {string} dataDir */
  constructor(dataDir) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    this.#path = join(dataDir, 'run.json');
  }

  /** Throws when another start owns this directory; ends what a dead one left. Returns its names. */
  async takeOver() {
    const before = this.#read();
    if (before && isAlive(before.starter)) {
      throw new StartError(
        `Already running from this directory (process ${before.starter.pid}): stop it first, or start with another DATA_DIR and PORT.`,
      );
    }
    const leftovers = (before?.children ?? []).filter(isAlive);
    await Promise.all(leftovers.map((child) => endProcess(child)));
    this.#owned = true;
    this.#write();
    return leftovers.map((child) => child.name);
  }

  /** @param {string} name @param {number} pid */
  add(name, pid) {
    const startTime = startTimeOf(pid);
    if (!startTime) return;
    this.#children.push({ name, pid, startTime });
    this.#write();
  }

  /** @param {number} pid */
  remove(pid) {
    this.#children = this.#children.filter((child) => child.pid !== pid);
    this.#write();
  }

  clear() {
    if (this.#owned) rmSync(this.#path, { force: true });
  }

  #read() {
    try {
      return JSON.parse(readFileSync(this.#path, 'utf8'));
    } catch {
      return undefined;
    }
  }

  #write() {
    const draft = `${this.#path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify({ starter: this.#starter, children: this.#children }));
    renameSync(draft, this.#path);
  }
}
