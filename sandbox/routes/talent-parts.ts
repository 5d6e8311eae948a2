import type { Call } from '@/sandbox/platform/call';
import { COUNTRIES } from '@/sandbox/world/talent-group-data';
import type { Talent } from '@/sandbox/world/types';
import { cityOf, idZhEn } from './wire';

const YEAR_MS = 31_557_600_000;

/** A talent entered through the API may have no birthday; then there is no age either. */
export const ageOf = (talent: Talent, now: number): number | undefined =>
  talent.birthday === 0 ? undefined : Math.floor((now - talent.birthday * 1000) / YEAR_MS);

/** A zero of the world says that nothing is known. */
export const known = (value: number): number | undefined => (value === 0 ? undefined : value);
export const told = (value: string): string | undefined => (value === '' ? undefined : value);

const degreesOf = (talent: Talent) =>
  talent.educations.map(({ degree }) => degree).filter((degree) => degree !== 9 && degree !== 0);

export function topDegree(talent: Talent): number | undefined {
  const degrees = degreesOf(talent);
  return degrees.length > 0 ? Math.max(...degrees) : undefined;
}

/** `first_degree` counts differently: 1 below college … 5 doctor, 7 none. */
export function firstDegree(talent: Talent): number {
  const degrees = degreesOf(talent);
  if (degrees.length === 0) return 7;
  const lowest = Math.min(...degrees);
  return lowest < 5 ? 1 : lowest - 3;
}

export function sourceList(call: Call, talent: Talent) {
  const source = call.world.sources.find((s) => s.id === talent.sourceId);
  return source ? [idZhEn(source.id, source.name)] : [];
}

export const attachmentsOf = (call: Call, talent: Talent) =>
  call.index.attachmentsByTalent.get(talent.id) ?? [];

export function cityShape(call: Call, code: string | null) {
  const city = code === null ? undefined : cityOf(call.world, code);
  return city && { city_code: city.code, zh_name: city.name.zh, en_name: city.name.en };
}

export function nationalityShape(code: string) {
  const country = COUNTRIES.find((one) => one.code === code);
  return (
    country && {
      nationality_code: country.code,
      zh_name: country.name.zh,
      en_name: country.name.en,
    }
  );
}

/** The country a dialling code stands for. */
export const countryOfDialCode = (dialCode: string): string | undefined =>
  COUNTRIES.find((one) => one.dialCode === dialCode)?.code;
