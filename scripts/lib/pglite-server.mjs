import { createServer } from 'node:net';

const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;
/** After these the client waits for an answer: Query, Sync, FunctionCall, Flush, CopyDone, CopyFail. */
const ENDS_A_UNIT = new Set(['Q', 'S', 'F', 'H', 'c', 'f'].map((letter) => letter.charCodeAt(0)));
const TERMINATE = 'X'.charCodeAt(0);
const READY_FOR_QUERY = Buffer.from([0x5a, 0, 0, 0, 5]);
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);

/** @param {string} sql */
function simpleQuery(sql) {
  const body = Buffer.from(`${sql}\0`);
  const head = Buffer.alloc(5);
  head.write('Q');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** An ErrorResponse, so that a refused client reads a reason instead of a closed socket. */
function fatal(code, message) {
  const body = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** `I` idle, `T` in a transaction, `E` in a failed one; undefined when the unit has no end yet. */
function transactionStatus(answer) {
  const end = answer.length - 6;
  if (end < 0 || !READY_FOR_QUERY.equals(answer.subarray(end, end + 5))) return undefined;
  return String.fromCharCode(answer[end + 5]);
}

/**
 * Takes the messages out of what a client sent so far.
 * @returns {{ units: Buffer[], rest: Buffer, pending: Buffer[], ended: boolean }} `units`: what must
 * run without another client in between; `pending`: messages whose unit is not complete.
 */
export function splitUnits(buffer, pending) {
  const units = [];
  let open = pending;
  let at = 0;
  while (buffer.length - at >= 5) {
    const length = 1 + buffer.readInt32BE(at + 1);
    if (buffer.length - at < length) break;
    const type = buffer[at];
    if (type === TERMINATE) return { units, rest: Buffer.alloc(0), pending: [], ended: true };
    open = [...open, buffer.subarray(at, at + length)];
    if (ENDS_A_UNIT.has(type)) {
      units.push(Buffer.concat(open));
      open = [];
    }
    at += length;
  }
  return { units, rest: buffer.subarray(at), pending: open, ended: false };
}

/**
 * Serves one PGlite over the PostgreSQL protocol to many connections.
 *
 * PGlite is a single session. pglite-socket hands it message by message, so two clients that prepare
 * at once run each other's statement; here everything up to a Sync, and every open transaction,
 * belongs to one connection until it ends.
 *
 * @param {import('@electric-sql/pglite').PGlite} db
 * @param {{ port: number, maxConnections: number, idleInTransactionMs?: number, onFatal: (error: unknown) => void }} options
 */
export function servePglite(db, { port, maxConnections, idleInTransactionMs = 15_000, onFatal }) {
  const connections = new Set();
  const waiting = [];
  let owner;
  let running = false;
  let stopped = false;

  async function run(connection, unit) {
    const answer = Buffer.from(await db.execProtocolRaw(unit, { syncToFs: false }));
    owner = transactionStatus(answer) === 'I' ? undefined : connection;
    if (connection.socket.writable) connection.socket.write(answer);
  }

  async function release(connection) {
    await db.execProtocolRaw(SYNC, { syncToFs: false });
    if (db.isInTransaction()) {
      await db.execProtocolRaw(simpleQuery('ROLLBACK'), { syncToFs: false });
    }
    if (owner === connection) owner = undefined;
  }

  function next() {
    if (owner) return owner.gone || owner.units.length > 0 ? owner : undefined;
    while (waiting.length > 0) {
      const connection = waiting.shift();
      connection.queued = false;
      if (!connection.gone && connection.units.length > 0) return connection;
    }
    return undefined;
  }

  async function pump() {
    if (running || stopped) return;
    running = true;
    try {
      for (let connection = next(); connection && !stopped; connection = next()) {
        clearTimeout(connection.idleTimer);
        if (connection.gone) await release(connection);
        else await run(connection, connection.units.shift());
        if (connection.units.length > 0) enqueue(connection);
        if (owner === connection) watchIdle(connection);
      }
    } catch (error) {
      stopped = true;
      onFatal(error);
    } finally {
      running = false;
    }
  }

  function enqueue(connection) {
    if (connection.queued) return;
    connection.queued = true;
    waiting.push(connection);
  }

  function watchIdle(connection) {
    connection.idleTimer = setTimeout(() => {
      connection.socket.end(fatal('25P03', 'an idle transaction held up everyone else'));
      connection.socket.destroySoon();
    }, idleInTransactionMs);
    connection.idleTimer.unref();
  }

  /** The untyped first messages. Returns false while more bytes are needed. */
  function startUp(connection) {
    const { buffer, socket } = connection;
    if (buffer.length < 8) return false;
    const length = buffer.readInt32BE(0);
    if (buffer.length < length) return false;
    const code = buffer.readInt32BE(4);
    connection.buffer = buffer.subarray(length);
    if (code === CANCEL_REQUEST) socket.destroy();
    else if (code === SSL_REQUEST || code === GSS_REQUEST) socket.write('N');
    else {
      connection.started = true;
      connection.units.push(Buffer.from(buffer.subarray(0, length)));
    }
    return true;
  }

  function receive(connection, data) {
    connection.buffer = Buffer.concat([connection.buffer, data]);
    while (!connection.started && !connection.socket.destroyed) {
      if (!startUp(connection)) return;
    }
    const { units, rest, pending, ended } = splitUnits(connection.buffer, connection.pending);
    connection.units.push(...units);
    connection.buffer = rest;
    connection.pending = pending;
    if (ended) connection.socket.end();
    if (connection.units.length > 0) enqueue(connection);
    pump();
  }

  const server = createServer((socket) => {
    if (connections.size >= maxConnections) {
      socket.on('error', () => {});
      socket.end(fatal('53300', `more than ${maxConnections} connections`));
      return;
    }
    const connection = { socket, buffer: Buffer.alloc(0), pending: [], units: [], gone: false };
    connections.add(connection);
    socket.setNoDelay(true);
    socket.on('data', (data) => receive(connection, data));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      connection.gone = true;
      clearTimeout(connection.idleTimer);
      connections.delete(connection);
      pump();
    });
  });

  return {
    /** @returns {Promise<number>} the port */
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve(server.address().port));
      }),
    /** Takes no more work, lets the running statement finish and rolls back what is open. */
    async stop() {
      stopped = true;
      server.close();
      while (running) await new Promise((resolve) => setImmediate(resolve));
      if (owner) await release(owner);
      for (const { socket } of connections) socket.destroy();
    },
  };
}
