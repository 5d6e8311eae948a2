/**
 * `npm start`: from a bare checkout to a running product. Needs nothing but Node and npm, so nothing
 * here imports a package before the install step has run. `--dev` serves with hot reload.
 */
import { nodeProblem } from './lib/node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}

const { watchNpm } = await import('./lib/npm-watch.mjs');
const { createReport } = await import('./lib/report.mjs');
const { loadEnvFiles, readSettings } = await import('./lib/settings.mjs');
const { root } = await import('./lib/root.mjs');
const { StartError } = await import('./lib/start-error.mjs');
const { Starter } = await import('./lib/starter.mjs');

const report = createReport();
let starter;
let ending;

/** @param {number} code @param {string} [reason] */
function end(code, reason) {
  ending ??= (async () => {
    report.close();
    if (reason) console.error(reason);
    await starter?.stop();
    process.exit(code);
  })();
  return ending;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!ending && starter) report.print('\n  Stopping …');
    end(0);
  });
}
process.on('disconnect', () => end(0));

watchNpm(() => end(0));

try {
  process.chdir(root);
  loadEnvFiles(root);
  const settings = readSettings(process.env, { root, dev: process.argv.includes('--dev') });
  report.print(`Hire Funnel on Node ${process.versions.node}`);
  starter = new Starter(settings, report);
  const running = await starter.start();
  report.print(
    `\n  Open ${running.url}   (Ctrl-C stops everything; logs are in ${settings.dataDir}/logs)\n`,
  );
  process.send?.({ ready: true, ...running });
  await end(1, await starter.firstDeath());
} catch (error) {
  await end(1, error instanceof StartError ? error.message : error?.stack);
}
