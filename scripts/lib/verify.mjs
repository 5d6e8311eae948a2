import { check, vitest } from './suites.mjs';

/** Everything that needs no browser and no build. @returns {Promise<import('./suites.mjs').Result[]>} */
export async function verify() {
  return [
    await check('format and lint', '@biomejs/biome/bin/biome', ['check', '.']),
    await check('types', 'typescript/bin/tsc', ['--noEmit']),
    await check('dead code', 'knip/bin/knip.js', []),
    await check('messages', 'tsx/dist/cli.mjs', ['scripts/check-messages.ts']),
    await vitest('unit, architecture and DOM tests', ['unit', 'dom']),
    await vitest('database tests on the embedded database', ['db']),
    await vitest('contract of the sandbox', ['contract']),
  ];
}
