import 'server-only';
import { type DestinationStream, type Logger, pino } from 'pino';
import { underTest } from './env';
import { redact, scrub } from './redact';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

const secrets = new Set<string>();

/** Cuts this exact value out of every line from now on; short values would eat ordinary text. */
export function neverLog(...values: (string | undefined)[]): void {
  for (const value of values) {
    if (value && value.length >= 8) secrets.add(value).add(JSON.stringify(value).slice(1, -1));
  }
}

/**
 * A JSON logger for one part of the server. Objects lose what is under sensitive keys, finished
 * lines lose e-mail addresses, phone numbers, tokens and every `neverLog` value. Names cannot be
 * told from words: never put one into a message.
 */
export function createLog(
  part: string,
  options: { level?: string; destination?: DestinationStream } = {},
): Log {
  return pino(
    {
      level: options.level ?? (underTest ? 'silent' : 'info'),
      base: { part },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => redact(fields) as Record<string, unknown>, // an object stays an object
      },
      // redact() has already made errors plain; pino's own serialiser would unfold them again.
      serializers: { err: (value: unknown) => value },
      hooks: { streamWrite: (line) => scrub(line, [...secrets]) },
    },
    options.destination ?? pino.destination({ fd: 1, sync: true }),
  );
}
