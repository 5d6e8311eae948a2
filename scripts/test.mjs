/**
 * `npm test`: everything, from a bare checkout. Ends with one line: `N passed, N failed`. What could
 * not run is named on the line before.
 */
import { nodeProblem } from './lib/node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}

const { runTests } = await import('./lib/test-run.mjs');
const { sentence, total } = await import('./lib/suites.mjs');
const { StartError } = await import('./lib/start-error.mjs');

try {
  const { results, notRun } = await runTests();
  const wrong = results.filter(({ failed }) => failed > 0).map(({ name }) => name);
  console.log('');
  if (wrong.length > 0) console.log(`failed: ${wrong.join('; ')}`);
  if (notRun.length > 0) console.log(`not run: ${notRun.join('; ')}`);
  const sum = total(results);
  console.log(sentence(sum));
  process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0);
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}
