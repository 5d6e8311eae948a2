import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { connect, createServer } from 'node:net';

/** Where the lock of a directory listens: an abstract socket on Linux, a loopback port elsewhere. */
export function lockAddress(directory, platform = process.platform) {
  const digest = createHash('sha256').update(realpathSync(directory)).digest();
  if (platform === 'linux') return { path: `\0hire-funnel-${digest.toString('hex').slice(0, 40)}` };
  return { host: '127.0.0.1', port: 20_000 + (digest.readUInt32BE(0) % 20_000) };
}

/** @returns {Promise<string>} what the holder says of itself */
function askHolder(address) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(address);
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer.trim()));
  });
}

/**
 * Takes a lock that the kernel releases when this process ends, however it ends. Nothing is written,
 * so nothing can be stale. Throws when another process holds it.
 * @param {string} directory an existing directory
 */
export async function lockDirectory(directory) {
  const address = lockAddress(directory);
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(`process ${process.pid}\n`);
  });
  try {
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(address, resolve);
    });
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    const holder = (await askHolder(address)) || 'another process';
    throw new Error(`${directory} is in use by ${holder}; two owners would destroy its data.`);
  }
  server.unref();
  return { release: () => server.close() };
}
