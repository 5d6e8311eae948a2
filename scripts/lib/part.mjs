import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { signalGroup } from './identity.mjs';
import { StartError } from './start-error.mjs';

const EXIT_WITH_PARENT = new URL('./exit-with-parent.mjs', import.meta.url).href;
const TAIL_LINES = 12;

/** Arguments for Node that tie a script to the process that starts it. */
export function nodeArgs(script, args = [], flags = []) {
  return ['--import', EXIT_WITH_PARENT, ...flags, script, ...args];
}

/**
 * One child process: its output goes to a log file, its last lines are kept for the message when it
 * dies. It leads a group of its own, so that Ctrl-C reaches the starter alone and parts end in order.
 */
export class Part {
  /** @type {string[]} */
  #tail = [];
  #stopping = false;

  /**
   * @param {string} name
   * @param {string} command
   * @param {string[]} args
   * @param {{ cwd: string, env: NodeJS.ProcessEnv, logFile: string, show?: boolean, onLine?: (line: string) => void }} options
   */
  constructor(name, command, args, { cwd, env, logFile, show = false, onLine }) {
    this.name = name;
    this.logFile = logFile;
    mkdirSync(dirname(logFile), { recursive: true });
    if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
    const log = createWriteStream(logFile, { mode: 0o600 });
    this.child = spawn(command, args, {
      cwd,
      env: { ...env, STARTED_BY: String(process.pid) },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        log.write(text);
        if (show) process.stdout.write(text);
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines.filter((candidate) => candidate.trim() !== '')) {
          this.#tail = [...this.#tail.slice(1 - TAIL_LINES), line];
          onLine?.(line);
        }
      });
    }
    /** Settles when the process is gone and its output was read. @type {Promise<string>} */
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => resolve(`cannot be started: ${error.message}`));
      this.child.once('exit', async (code, signal) => {
        // A forked process may hold the pipe open for good: read what is there, then go on.
        await Promise.race([once(this.child, 'close'), setTimeout(500)]);
        log.end();
        resolve(signal ? `was ended by ${signal}` : `ended with exit code ${code}`);
      });
    });
    /** @type {Promise<any>} the first message of the part */
    this.firstMessage = new Promise((resolve) => this.child.once('message', resolve));
  }

  get pid() {
    return this.child.pid;
  }

  get stopping() {
    return this.#stopping;
  }

  /** Rejects with the part's own last words when it ends. */
  async failure() {
    const how = await this.ended;
    throw new StartError(this.lastWords(how));
  }

  /** @param {string} how */
  lastWords(how) {
    const words =
      this.#tail.length > 0 ? `\n${this.#tail.map((line) => `  ${line}`).join('\n')}` : '';
    return `${this.name} ${how} (log: ${this.logFile})${words}`;
  }

  /** Waits for a one-off command. Throws when it fails. */
  async finish() {
    const how = await this.ended;
    if (how !== 'ended with exit code 0') throw new StartError(this.lastWords(how));
  }

  /** Ends it politely, then by force, with whatever it forked. */
  async stop(patienceMs = 8000) {
    this.#stopping = true;
    if (!this.pid) return;
    signalGroup(this.pid, 'SIGTERM');
    await Promise.race([this.ended, setTimeout(patienceMs, undefined, { ref: false })]);
    signalGroup(this.pid, 'SIGKILL');
    await this.ended;
  }
}
