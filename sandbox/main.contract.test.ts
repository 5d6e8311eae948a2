import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { startReceiver } from './events/events-support';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const children: ChildProcess[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function start(env: Record<string, string>, withIpc = false) {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: { ...process.env, SANDBOX_SIZE: '60', SANDBOX_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', withIpc ? 'ipc' : 'ignore'],
  });
  children.push(child);
  let out = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    out += chunk;
  });
  const exit = once(child, 'exit').then(([code]) => ({ code: code as number | null, out }));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const url = /ready: (http:\S+)/.exec(out)?.[1];
      if (url) resolve(url);
    });
    exit.then((end) => reject(new Error(`ended with ${end.code}: ${end.out}`)));
  });
  // A run that is meant to fail has nobody waiting for its ready line.
  ready.catch(() => {});
  return { child, ready, exit, lines: () => out.trim().split('\n') };
}
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'sandbox-'));
  folders.push(made);
  return made;
};
const world = async (url: string) => (await fetch(`${url}/_sandbox/world`)).json();

describe('the sandbox as a process', () => {
  it('says one line when it is ready, and ends on SIGTERM', async () => {
    const run = start({ SANDBOX_DIR: folder() });
    const url = await run.ready;
    expect(run.lines()).toHaveLength(1);
    expect((await world(url)).counts.applications).toBe(60);
    run.child.kill('SIGTERM');
    expect((await run.exit).code).toBe(0);
  });

  it('goes on where it was after a restart, and also after kill -9', async () => {
    const SANDBOX_DIR = folder();
    const first = start({ SANDBOX_DIR });
    const before = await world(await first.ready);
    const made = await fetch(`${await first.ready}/_sandbox/acts`, {
      method: 'POST',
      body: JSON.stringify({ act: 'apply', jobId: before.personas.boardJobId, name: '新来的' }),
    }).then((r) => r.json());
    first.child.kill('SIGKILL');
    await first.exit;
    const second = start({ SANDBOX_DIR });
    const after = await world(await second.ready);
    expect(after).toMatchObject({ id: before.id, tenantKey: before.tenantKey });
    const fact = await fetch(`${await second.ready}/_sandbox/facts/applications/${made.id}`);
    expect(await fact.json()).toMatchObject({ talentName: '新来的' });
  });

  it('sends its events to the callback address it is given', async () => {
    const receiver = await startReceiver();
    const run = start({ SANDBOX_DIR: folder(), SANDBOX_EVENT_URL: receiver.url });
    const url = await run.ready;
    const act = (body: object) =>
      fetch(`${url}/_sandbox/acts`, { method: 'POST', body: JSON.stringify(body) });
    const { personas } = await world(url);
    const applied = await act({ act: 'apply', jobId: personas.boardJobId, name: '新来的' });
    const { id } = await applied.json();
    await act({ act: 'delete', applicationId: id });
    await expect.poll(() => receiver.received).toMatchObject([{ application_ids: [id] }]);
    await receiver.close();
  });

  it('says in one line that its port is taken, and exits with 1', async () => {
    const first = start({ SANDBOX_DIR: folder() });
    const { port } = new URL(await first.ready);
    const second = start({ SANDBOX_DIR: folder(), SANDBOX_PORT: port });
    const { code, out } = await second.exit;
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toEqual([
      `sandbox: port ${port} is in use; set SANDBOX_PORT to a free one, or stop what listens there`,
    ]);
  });

  it('says in one line which setting is wrong', async () => {
    const { code, out } = await start({ SANDBOX_SIZE: 'many' }).exit;
    expect(code).toBe(1);
    expect(out).toMatch(/^sandbox: SANDBOX_SIZE is not valid: .+\n$/);
  });

  it('ends when the starter that holds its IPC channel goes away', async () => {
    const run = start({ SANDBOX_DIR: folder() }, true);
    await run.ready;
    run.child.disconnect();
    expect((await run.exit).code).toBe(0);
  });
});
