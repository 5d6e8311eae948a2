import 'server-only';
import { talents } from '@/lib/server/db/schema/talents';
import { listTalents } from '@/lib/server/feishu/resources/talents';
import { contentHash } from '@/lib/server/mirror/content-hash';
import { all, at, type Comparison } from './side';

/**
 * Names and contact as marks alone. A field that is not sent (no scope for it) proves nothing; whether
 * an agency protects somebody ends with time, without a change that Feishu would list.
 */
const talentsOf: Comparison = {
  kind: 'talents',
  async read({ db, feishu, crypto }) {
    const listed = await all((token) => listTalents(feishu, {}, token));
    const rows = new Map((await db.select().from(talents)).map((row) => [row.id, row]));
    return {
      feishu: new Map(
        listed.map(({ id, basic_info: basic, ...talent }) => [
          id,
          {
            name: contentHash(basic.name),
            onboarded: talent.is_onboarded ?? false,
            updated: basic.modify_time ?? null,
            ...(basic.mobile && {
              phone: crypto.lookup.phone(basic.mobile, basic.mobile_code) ?? null,
            }),
            ...(basic.email && { email: crypto.lookup.email(basic.email) ?? null }),
          },
        ]),
      ),
      mirror: new Map(
        [...rows].map(([id, row]) => [
          id,
          {
            name: contentHash(row.name),
            onboarded: row.onboarded,
            updated: at(row.updatedAt),
            phone: row.phoneHash,
            email: row.emailHash,
          },
        ]),
      ),
    };
  },
};

export const TALENTS: Comparison[] = [talentsOf];
