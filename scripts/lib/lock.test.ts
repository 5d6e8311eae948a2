import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { completeLock, missingEntries, platformOf } from './lock.mjs';
import { root } from './root.mjs';

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

describe('the lock file', () => {
  test('has an entry for the packages of every platform, or `npm ci` refuses it', () => {
    expect(missingEntries(lock.packages)).toEqual([]);
  });

  test('names no registry, so that each machine uses its own', () => {
    expect(JSON.stringify(lock)).not.toMatch(/"resolved":/);
  });
});

describe('completing a lock file', () => {
  const incomplete = {
    packages: {
      '': {},
      'node_modules/tool': {
        version: '1.2.3',
        dev: true,
        optionalDependencies: { '@tool/linux-x64-musl': '1.2.3', '@tool/darwin-arm64': '1.2.3' },
      },
      'node_modules/@tool/darwin-arm64': { version: '1.2.3', optional: true },
    },
  };

  test('finds what is missing and adds it for its platform alone', () => {
    expect(missingEntries(incomplete.packages).map(({ name }) => name)).toEqual([
      '@tool/linux-x64-musl',
    ]);
    const { packages } = completeLock(incomplete);
    expect(missingEntries(packages)).toEqual([]);
    expect(packages['node_modules/@tool/linux-x64-musl']).toEqual({
      version: '1.2.3',
      cpu: ['x64'],
      os: ['linux'],
      libc: ['musl'],
      dev: true,
      optional: true,
    });
  });

  test('reads the platform off the names the toolchain uses', () => {
    expect(platformOf('@swc/core-linux-arm-gnueabihf')).toEqual({
      cpu: ['arm'],
      os: ['linux'],
      libc: ['glibc'],
    });
    expect(platformOf('@tailwindcss/oxide-wasm32-wasi')).toEqual({ cpu: ['wasm32'] });
    expect(platformOf('left-pad')).toBeUndefined();
  });
});
