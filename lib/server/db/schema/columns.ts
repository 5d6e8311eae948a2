import 'server-only';
import { timestamp } from 'drizzle-orm/pg-core';

/** An instant, UTC. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 });
