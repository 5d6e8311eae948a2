import 'server-only';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type Running = {
  pid: number;
  /** What it printed so far. */
  output(): string;
  /** Resolves with the first line printed that fits. */
  line(pattern: RegExp): Promise<string>;
  send(message: unknown): void;
  /** The next message of this process. */
  message(): Promise<unknown>;
  signal(name: NodeJS.Signals): void;
  ended(): boolean;
  /** Resolves when it has ended. */
  readonly gone: Promise<unknown>;
  /** kill -9, and nothing of it is left. */
  kill(): Promise<void>;
};

/** A process to be killed. Those of ours end with this one too. */
export function startProcess(
  command: string,
  args: string[],
  env: Record<string, string | undefined>,
): Running {
  const child = spawn(command, args, {
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const changed = new EventTarget();
  const more = (text: string) => {
    output += text;
    changed.dispatchEvent(new Event('more'));
  };
  child.stdout?.setEncoding('utf8').on('data', more);
  child.stderr?.setEncoding('utf8').on('data', more);
  const gone = once(child, 'exit');
  gone.then(() => changed.dispatchEvent(new Event('more')));
  return {
    pid: child.pid ?? 0,
    output: () => output,
    async line(pattern) {
      for (;;) {
        const found = output.split('\n').find((line) => pattern.test(line));
        if (found !== undefined) return found;
        if (hasEnded(child)) throw new Error(`${command} ended: ${output.slice(-2_000)}`);
        await once(changed, 'more');
      }
    },
    send(message) {
      // One that was killed just now is known to be gone a moment later.
      if (child.connected) child.send(message as object, () => undefined);
    },
    async message() {
      const [message] = await once(child, 'message');
      return message;
    },
    signal: (name) => void child.kill(name),
    ended: () => hasEnded(child),
    gone,
    async kill() {
      if (hasEnded(child)) return;
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

const TSX = ['--import', 'tsx'];

/** One instance of the app without its web server: worker, limiter and client (`app-process.ts`). */
export const startApp = (env: Record<string, string>): Running =>
  startProcess(
    process.execPath,
    ['--conditions=react-server', ...TSX, 'lib/testing/faults/app-process.ts'],
    env,
  );

export const startSandbox = (port: number, directory: string, size: number): Running =>
  startProcess(process.execPath, [...TSX, 'sandbox/main.ts'], {
    SANDBOX_PORT: String(port),
    SANDBOX_DIR: directory,
    SANDBOX_SIZE: String(size),
    SANDBOX_SEED: '21',
  });

/** The embedded database, over a directory that outlives it. */
export const startEmbedded = (port: number, directory: string): Running =>
  startProcess(
    process.execPath,
    ['scripts/database.mjs', '--dir', directory, '--port', String(port)],
    {},
  );
