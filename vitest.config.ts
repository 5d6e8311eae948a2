import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Modules under `server-only` throw outside a server bundle; tests are the server. */
const resolve = {
  alias: {
    '@': root.replace(/\/$/, ''),
    'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
  },
};

const exclude = ['**/node_modules/**', '**/.next*/**', 'e2e/**'];

/** Each part of the fault suite's slice runs once: instances and their deaths on PostgreSQL. */
const faultsElsewhere = process.env.TEST_DATABASE_URL
  ? 'lib/testing/faults/{answers,events,time,writes}.db.test.ts'
  : 'lib/testing/faults/{instances,kills}.db.test.ts';

export default defineConfig({
  test: {
    // Each worker of the database project has a server of its own: few, and a known number.
    maxWorkers: Math.min(4, availableParallelism()),
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{lib,scripts,sandbox,app,components}/**/*.test.ts'],
          exclude: [...exclude, '**/*.db.test.ts', '**/*.contract.test.ts', '**/*.faults.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        resolve,
        test: {
          name: 'db',
          environment: 'node',
          include: ['{lib,app,scripts}/**/*.db.test.ts'],
          exclude: [...exclude, faultsElsewhere],
          globalSetup: ['lib/testing/global/databases.ts', 'lib/testing/global/sandbox.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'contract',
          environment: 'node',
          include: ['sandbox/**/*.contract.test.ts'],
          exclude,
          // Each test has a sandbox of its own; reading the official client anew costs each file a second.
          isolate: false,
          globalSetup: ['lib/testing/global/sandbox.ts', 'sandbox/judge/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'faults',
          environment: 'node',
          include: ['lib/testing/faults/*.{db,faults}.test.ts'],
          exclude,
          // What is killed and what is waited for shares the machine with nothing else.
          fileParallelism: false,
          globalSetup: ['lib/testing/global/databases.ts', 'lib/testing/global/sandbox.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        resolve,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['{components,lib,app}/**/*.test.tsx'],
          exclude,
          setupFiles: ['lib/testing/dom-setup.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
});
