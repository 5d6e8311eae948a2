/** `npm run verify`: format, lint, types, dead code, messages, and every test without a browser. */
import { sentence, total } from './lib/suites.mjs';
import { verify } from './lib/verify.mjs';

const results = await verify();
const wrong = results.filter(({ failed }) => failed > 0).map(({ name }) => name);
if (wrong.length > 0) console.log(`\nfailed: ${wrong.join('; ')}`);
console.log(sentence(total(results)));
process.exit(wrong.length > 0 ? 1 : 0);
