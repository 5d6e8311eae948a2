import 'server-only';
import type { DataCrypto } from '@/lib/server/base/crypto';

/** What every write to the mirror needs beside the rows. */
export type MirrorContext = {
  now: Date;
  crypto: DataCrypto;
  /** Of the tenant: where a date without a time begins. */
  timeZone: string;
  /** Who made the change, when it was one of ours; null for changes found in Feishu. */
  actor: string | null;
};
