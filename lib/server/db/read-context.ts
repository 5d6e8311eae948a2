import 'server-only';
import type { Executor } from './pool';

/** What every read needs besides a scope and a question: fixed once, so one answer has one "now". */
export type ReadContext = {
  db: Executor;
  now: Date;
  /** IANA name; where the tenant's days begin. */
  timeZone: string;
};

export type QueryContext = Pick<ReadContext, 'now' | 'timeZone'>;
