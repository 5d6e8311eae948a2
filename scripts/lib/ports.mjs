import { createServer } from 'node:net';
import { StartError } from './start-error.mjs';

/** @param {number} port @param {string} [host] */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code === 'EADDRNOTAVAIL'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Every address counts: a server on 127.0.0.1 alone would take the browser's requests. */
export async function isFree(port) {
  return (await canListen(port)) && (await canListen(port, '127.0.0.1'));
}

/** @returns {Promise<number>} a port nobody listens on at the moment */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * @param {string} what the part that needs it
 * @param {string} variable the setting that names another port
 * @param {number} port
 */
export async function requirePort(what, variable, port) {
  if (await isFree(port)) return;
  throw new StartError(
    `Port ${port} (${what}) is in use: stop the program that holds it, or choose another with ${variable}=${port + 1} npm start.`,
  );
}
