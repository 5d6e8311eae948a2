import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetBuild, isBuilt, rememberBuild, sourceHash } from './build.mjs';
import { isAlive, startTimeOf } from './identity.mjs';
import { RunFile } from './run-file.mjs';
import { generatedSecrets } from './secrets.mjs';

let directory: string;
let child: ChildProcess;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'hire-leftovers-'));
  child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout ?? child, 'data');
});
afterEach(() => {
  child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

const known = (pid: number | undefined) => ({
  pid: pid ?? 0,
  startTime: startTimeOf(pid ?? 0) ?? 'never',
});
const write = (run: object) => writeFileSync(join(directory, 'run.json'), JSON.stringify(run));
const nobody = { pid: 2 ** 22 + 1, startTime: 'never' };

describe('what a killed start left behind', () => {
  test('is ended by the next one', async () => {
    const leftover = known(child.pid);
    write({ starter: nobody, children: [{ name: 'app', ...leftover }] });
    expect(await new RunFile(directory).takeOver()).toEqual(['app']);
    expect(isAlive(leftover)).toBe(false);
  });

  test('is not mistaken for a process that has its number now', async () => {
    const other = { pid: child.pid, startTime: 'another time' };
    write({ starter: nobody, children: [{ name: 'app', ...other }] });
    expect(await new RunFile(directory).takeOver()).toEqual([]);
    expect(isAlive(known(child.pid))).toBe(true);
  });

  test('is left alone while its starter lives, and so is the record', async () => {
    write({ starter: known(child.pid), children: [] });
    const second = new RunFile(directory);
    await expect(second.takeOver()).rejects.toThrow(
      `Already running from this directory (process ${child.pid})`,
    );
    second.clear();
    expect(existsSync(join(directory, 'run.json'))).toBe(true);
  });

  test('may be a record cut short', async () => {
    writeFileSync(join(directory, 'run.json'), '{"starter":');
    expect(await new RunFile(directory).takeOver()).toEqual([]);
  });
});

describe('a build', () => {
  beforeEach(() => {
    mkdirSync(join(directory, 'app'));
    writeFileSync(join(directory, 'app', 'page.tsx'), 'export default 1;');
    writeFileSync(join(directory, 'package.json'), '{}');
  });

  test('is made anew when a source changes, appears or goes, and not for a test', () => {
    const hashes = [sourceHash(directory)];
    const note = () => hashes.push(sourceHash(directory));
    writeFileSync(join(directory, 'app', 'page.test.tsx'), '1;');
    expect(sourceHash(directory)).toBe(hashes[0]);
    writeFileSync(join(directory, 'app', 'page.tsx'), 'export default 2;');
    note();
    writeFileSync(join(directory, 'app', 'loading.tsx'), '1;');
    note();
    rmSync(join(directory, 'app', 'page.tsx'));
    note();
    expect(new Set(hashes).size).toBe(4);
  });

  test('that was interrupted does not pass for the one before', () => {
    const dist = join(directory, '.next');
    mkdirSync(dist);
    writeFileSync(join(dist, 'BUILD_ID'), 'x');
    rememberBuild(dist, 'hash');
    expect(isBuilt(dist, 'hash')).toBe(true);
    expect(isBuilt(dist, 'other')).toBe(false);
    forgetBuild(dist);
    expect(isBuilt(dist, 'hash')).toBe(false);
  });
});

describe('the secrets', () => {
  test('are made once, 32 bytes each, for their owner alone', () => {
    const first = generatedSecrets(directory);
    expect(generatedSecrets(directory)).toEqual(first);
    expect(Buffer.from(first.DATA_KEY ?? '', 'base64')).toHaveLength(32);
    expect(first.DATA_KEY).not.toBe(first.NEXTAUTH_SECRET);
    expect(statSync(join(directory, 'secrets.json')).mode & 0o077).toBe(0);
  });

  test('are never made anew over a damaged file', () => {
    writeFileSync(join(directory, 'secrets.json'), '{"DATA_KEY":"short"}');
    expect(() => generatedSecrets(directory)).toThrow(/is damaged/);
  });
});
