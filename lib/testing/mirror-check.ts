import 'server-only';
import type { SQL } from 'drizzle-orm';
import {
  type CheckOptions,
  checkMirror,
  type KindReport,
} from '@/lib/server/sync/compare/check-mirror';
import type { Difference } from '@/lib/server/sync/compare/difference';
import type { TestDatabase } from './database';
import type { TestSandbox } from './sandbox';
import { syncDepsFor } from './sync-run';

export type CheckedMirror = {
  reports(options?: CheckOptions): Promise<KindReport[]>;
  /** Where the mirror is not the world; each one printable, without personal data. */
  differences(): Promise<Difference[]>;
  /** Two looks: `before` is done first, `between` happens between them. */
  settling(between: () => Promise<void>, before: SQL): Promise<Difference[]>;
};

/** `npm run mirror:check` on this file's world. */
export function checkedMirror(database: TestDatabase, sandbox: TestSandbox): CheckedMirror {
  const reports = async (options: CheckOptions = {}) => {
    const deps = await syncDepsFor(database, sandbox);
    const parts = {
      db: deps.db,
      feishu: deps.feishu('background'),
      crypto: deps.crypto,
      timeZone: deps.timeZone,
      now: () => deps.clock.now(),
    };
    return checkMirror(parts, options);
  };
  const flat = (list: KindReport[]) => list.flatMap(({ differences }) => differences);
  return {
    reports,
    differences: async () => flat(await reports()),
    async settling(between, before) {
      await database.db.execute(before);
      return flat(await reports({ settle: between }));
    },
  };
}
