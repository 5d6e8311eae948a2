import 'server-only';
import { eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/server/db/actor';
import type { Executor } from '@/lib/server/db/pool';
import { talents } from '@/lib/server/db/schema/talents';
import { openContact } from '@/lib/server/mirror/talents';
import { runtime } from '@/lib/server/runtime';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[\d\s-]+$/;
const NOBODY = sql`false`;

/**
 * The talents a search means: a whole e-mail address, the last 4 to 11 digits of a phone number, or
 * part of a name (also in pinyin), a company or a school. Contact is found only by who may see it,
 * so that nobody learns a number by guessing at it.
 */
export async function talentSearch(db: Executor, actor: Actor, q: string): Promise<SQL> {
  const mayFindContact = actor.permissions.has('contact:reveal');
  if (EMAIL.test(q)) return mayFindContact ? ofEmail(q) : NOBODY;
  const digits = q.replace(/\D/g, '');
  if (PHONE.test(q) && digits.length >= 4 && digits.length <= 11) {
    return mayFindContact ? ofPhoneTail(db, digits) : NOBODY;
  }
  return ofText(q);
}

function ofEmail(address: string): SQL {
  const hash = runtime().crypto.lookup.email(address);
  return hash === undefined ? NOBODY : eq(talents.emailHash, hash);
}

/** Four digits by their digest; more by opening the few numbers that end in those four. */
async function ofPhoneTail(db: Executor, digits: string): Promise<SQL> {
  const { crypto } = runtime();
  const hash = crypto.lookup.phoneTail(digits);
  if (hash === undefined) return NOBODY;
  if (digits.length === 4) return eq(talents.phoneTailHash, hash);
  const candidates = await db
    .select({ id: talents.id, sealed: talents.phoneSealed })
    .from(talents)
    .where(eq(talents.phoneTailHash, hash));
  const ids = candidates
    .filter(({ id, sealed }) => {
      const phone = sealed === null ? '' : openContact(crypto, id, 'phone', sealed);
      return phone.replace(/\D/g, '').endsWith(digits);
    })
    .map(({ id }) => id);
  return ids.length === 0 ? NOBODY : inArray(talents.id, ids);
}

/** Part of a word as it is, or of a name typed in pinyin with spaces between its syllables. */
function ofText(q: string): SQL {
  const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const plain = q.normalize('NFKC').toLowerCase();
  const pinyin = plain.replaceAll(' ', '');
  const asTyped = sql`${talents.searchText} like ${like(plain)}`;
  if (pinyin === plain) return asTyped;
  return or(asTyped, sql`${talents.namePinyin} like ${like(pinyin)}`) ?? asTyped;
}
