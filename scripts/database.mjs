/**
 * The embedded database: PGlite in a process of its own, spoken to through the PostgreSQL protocol.
 *
 *   node scripts/database.mjs --dir .data/database --port 5499
 *   node scripts/database.mjs --memory --port 0
 *
 * Prints `ready <port>`, and sends `{ ready: true, port }` when started with an IPC channel.
 * Ends with a checkpoint on SIGTERM, SIGINT and when the channel closes.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { lockDirectory } from './lib/directory-lock.mjs';
import { servePglite } from './lib/pglite-server.mjs';

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    memory: { type: 'boolean', default: false },
    port: { type: 'string', default: '5499' },
    'max-connections': { type: 'string', default: '100' },
  },
});

/** @param {unknown} error */
function fail(error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function open() {
  if (values.memory) return PGlite.create({ extensions: { pg_trgm } });
  if (!values.dir) throw new Error('Say where: --dir <directory>, or --memory.');
  const directory = resolve(values.dir);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  await lockDirectory(directory);
  return PGlite.create({ dataDir: directory, extensions: { pg_trgm } });
}

const db = await open().catch(fail);
const server = servePglite(db, {
  port: Number(values.port),
  maxConnections: Number(values['max-connections']),
  onFatal: (error) => fail(new Error(`The embedded database failed: ${error}`)),
});

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), 8000).unref();
  await server.stop();
  if (!values.memory) await db.exec('CHECKPOINT');
  await db.close();
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => stop().catch(fail));
process.on('disconnect', () => stop().catch(fail));

const port = await server.listen().catch(fail);
console.log(`ready ${port}`);
process.send?.({ ready: true, port });
