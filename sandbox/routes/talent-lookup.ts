import type { Call } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import type { Talent } from '@/sandbox/world/types';
import { told } from './talent-parts';

const MAINLAND = '86';

/**
 * `POST /talents/batch_get_id`: whoever is in every list that was sent. A row carries only what was
 * asked by.
 */
export function idsByContact(call: Call) {
  const list = (name: string) => listOf(call, name);
  const mobiles = list('mobile_number_list');
  const emails = list('email_list');
  const numbers = list('identification_number_list');
  const type = call.body.int('identification_type');
  const dialCode = call.body.text('mobile_code') ?? MAINLAND;
  if (!/^\d{1,4}$/.test(dialCode)) throw new Refusal(1002009);
  if (mobiles && [...mobiles].some((mobile) => !/^\d{5,15}$/.test(mobile))) {
    throw new Refusal(1002009);
  }
  if (numbers && type === undefined) throw new Refusal(1002002);
  if (!mobiles && !emails && !numbers) return [];
  const fits = (talent: Talent) =>
    (!mobiles || (talent.mobileCode === dialCode && mobiles.has(talent.mobile))) &&
    (!emails || emails.has(talent.email.toLowerCase())) &&
    (!numbers || isIdentified(call, talent, type, numbers));
  return [...call.world.talents.values()].filter(fits).map((talent) => ({
    talent_id: talent.id,
    mobile_code: mobiles ? talent.mobileCode : undefined,
    mobile_number: mobiles ? talent.mobile : undefined,
    email: emails ? told(talent.email) : undefined,
    identification_type: numbers ? type : undefined,
    identification_number: numbers ? identificationOf(call, talent)?.number : undefined,
    is_onboarded: talent.onboarded,
  }));
}

/** Lower case, for addresses; an empty list counts as none. */
function listOf(call: Call, name: string): Set<string> | null {
  const texts = call.body.texts(name) ?? [];
  if (texts.length > call.switches.batchGetIdMax) throw new Refusal(1002002);
  return texts.length > 0 ? new Set(texts.map((text) => text.toLowerCase())) : null;
}

function isIdentified(
  call: Call,
  talent: Talent,
  type: number | undefined,
  numbers: ReadonlySet<string>,
): boolean {
  const identification = identificationOf(call, talent);
  return (
    identification?.type === type &&
    identification !== undefined &&
    numbers.has(identification.number.toLowerCase())
  );
}

/** Documents are known only where a write told them. */
const identificationOf = (call: Call, talent: Talent) =>
  call.world.profiles.get(talent.id)?.identification ?? undefined;
