import { randomBytes } from 'node:crypto';

let counter = 0;
const salt = randomBytes(4).toString('hex').toUpperCase();

/** The value of `X-Tt-Logid`: local time, then what makes it unique in this process. */
export function newLogId(): string {
  counter += 1;
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  return `${stamp}${salt}${counter.toString(16).toUpperCase().padStart(12, '0')}`;
}
