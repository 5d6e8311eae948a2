import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { DataCrypto } from '@/lib/server/base/crypto';
import type { Executor } from '@/lib/server/db/pool';
import { notes, talents } from '@/lib/server/db/schema/talents';
import { type Change, recordChanges } from './changes';
import { contentHash } from './content-hash';
import type { MirrorContext } from './context';
import { latestOf, type TalentFacts } from './talent-facts';
import { maskEmail, maskPhone, namePinyin, searchText } from './talent-text';
import { type Upserted, upsertRows } from './upsert';
import { instantOf } from './values';

export type ContactField = 'phone' | 'email';

const contactContext = (talentId: string, field: ContactField) => `talent:${talentId}:${field}`;

/** @throws UnsealError when sealed with another DATA_KEY */
export const openContact = (
  crypto: DataCrypto,
  talentId: string,
  field: ContactField,
  sealed: string,
): string => crypto.open(sealed, contactContext(talentId, field));

/** What vanishes without its scope: a known value is kept when Feishu does not send one. */
const KEPT = [
  'phoneSealed',
  'phoneMasked',
  'phoneHash',
  'phoneTailHash',
  'emailSealed',
  'emailMasked',
  'emailHash',
  'gender',
  'age',
  'experienceYears',
  'topDegree',
  'cityZh',
  'cityEn',
] as const;

export async function upsertTalents(
  executor: Executor,
  list: readonly TalentFacts[],
  context: MirrorContext,
): Promise<Upserted> {
  const done = await upsertRows(
    executor,
    talents,
    list.map((talent) => talentRow(talent, context.crypto)),
    {
      key: ['id'],
      compare: ['hash'],
      keepKnown: [...KEPT],
      guard: sql`talents.updated_at is null or excluded.updated_at is null
        or excluded.updated_at >= talents.updated_at`,
    },
  );
  const written = new Set([...done.added, ...done.updated]);
  await forgetCleared(
    executor,
    list.filter(({ id }) => written.has(id)),
  );
  const changes = (ids: readonly string[], change: Change['change']): Change[] =>
    ids.map((entityId) => ({ entity: 'talent', entityId, change }));
  await recordChanges(
    executor,
    [...changes(done.added, 'added'), ...changes(done.updated, 'updated')],
    context.now,
    context.actor,
  );
  return done;
}

/** A field that is sent empty was emptied in Feishu: that is not "not sent". */
async function forgetCleared(executor: Executor, list: readonly TalentFacts[]): Promise<void> {
  const cleared = (field: ContactField) =>
    list.filter((talent) => talent[field] === '').map(({ id }) => id);
  const phones = cleared('phone');
  if (phones.length > 0) {
    await executor
      .update(talents)
      .set({ phoneSealed: null, phoneMasked: null, phoneHash: null, phoneTailHash: null })
      .where(sql`${talents.id} = any(${sql.param(phones)}::text[])`);
  }
  const emails = cleared('email');
  if (emails.length > 0) {
    await executor
      .update(talents)
      .set({ emailSealed: null, emailMasked: null, emailHash: null })
      .where(sql`${talents.id} = any(${sql.param(emails)}::text[])`);
  }
}

function talentRow(talent: TalentFacts, crypto: DataCrypto) {
  const phone = talent.phone || undefined;
  const email = talent.email || undefined;
  const typed = namePinyin(talent.name);
  const career = latestOf(talent.careers);
  const education = latestOf(talent.educations);
  const phoneHash = phone && crypto.lookup.phone(phone, talent.phoneCountry);
  const emailHash = email && crypto.lookup.email(email);
  const { phone: _phone, email: _email, phoneCountry: _country, ...content } = talent;
  return {
    id: talent.id,
    name: talent.name,
    namePinyin: typed,
    phoneSealed: phone ? crypto.seal(phone, contactContext(talent.id, 'phone')) : null,
    emailSealed: email ? crypto.seal(email, contactContext(talent.id, 'email')) : null,
    phoneMasked: phone ? maskPhone(phone) : null,
    emailMasked: email ? maskEmail(email) : null,
    phoneHash: phoneHash ?? null,
    phoneTailHash: (phone && crypto.lookup.phoneTail(phone)) ?? null,
    emailHash: emailHash ?? null,
    gender: talent.gender ?? null,
    age: talent.age ?? null,
    experienceYears: talent.experienceYears ?? null,
    topDegree: talent.topDegree ?? null,
    cityZh: talent.city?.zh ?? null,
    cityEn: talent.city?.en ?? null,
    company: career?.company || null,
    title: career?.title || null,
    school: education?.school || null,
    educations: talent.educations,
    careers: talent.careers,
    projects: talent.projects,
    attachmentIds: talent.attachmentIds,
    searchText: searchText([
      talent.name,
      typed,
      ...talent.careers.flatMap((stay) => [stay.company, stay.title]),
      ...talent.educations.map((stay) => stay.school),
    ]),
    inAgencyPeriod: talent.inAgencyPeriod,
    onboarded: talent.onboarded,
    updatedAt: instantOf(talent.updatedAt),
    hash: contentHash({
      ...content,
      phoneHash: phoneHash ?? talent.phone,
      emailHash: emailHash ?? talent.email,
    }),
  };
}

/** Talents that applications name and the mirror does not hold. */
export async function unknownTalents(executor: Executor, limit: number): Promise<string[]> {
  const { rows } = await executor.execute<{ id: string }>(sql`
    select distinct a.talent_id as id from applications a
     where a.talent_id is not null
       and not exists (select 1 from talents t where t.id = a.talent_id)
     order by 1 desc limit ${limit}`);
  return rows.map((row) => row.id);
}

/** A talent that Feishu says does not exist any more (deleted, or merged into another). */
export async function deleteTalent(
  executor: Executor,
  id: string,
  context: MirrorContext,
): Promise<void> {
  await executor.delete(notes).where(eq(notes.talentId, id));
  const gone = await executor.delete(talents).where(eq(talents.id, id)).returning();
  if (gone.length === 0) return;
  const change: Change = { entity: 'talent', entityId: id, change: 'deleted' };
  await recordChanges(executor, [change], context.now, context.actor);
}
