import {
  FEMALE_GIVEN,
  FOREIGN_NAMES,
  LONG_NAMES,
  MALE_GIVEN,
  SURNAMES,
  type Syllable,
} from './names-data';
import type { Random } from './random';

export type FullName = {
  name: string;
  /** As on a passport, given name first: `Xiaoming Wang`. */
  latin: string;
  gender: 1 | 2;
  foreign: boolean;
};

export function chineseName(random: Random): FullName {
  const gender = random.chance(0.56) ? 1 : 2;
  // Squaring the draw makes the frequent surnames, listed first, frequent here too.
  const surname =
    SURNAMES[Math.floor(random.next() ** 2 * SURNAMES.length)] ?? random.pick(SURNAMES);
  const given = gender === 1 ? MALE_GIVEN : FEMALE_GIVEN;
  const syllables = [random.pick(given)];
  if (random.chance(0.72)) syllables.push(random.pick(given));
  return {
    name: surname.han + hanOf(syllables),
    latin: `${capital(pinyinOf(syllables))} ${capital(surname.pinyin)}`,
    gender,
    foreign: false,
  };
}

/** Mostly Chinese; now and then from elsewhere, or one of fifteen characters. */
export function candidateName(random: Random): FullName {
  const draw = random.next();
  const gender = random.chance(0.5) ? 1 : 2;
  if (draw < 0.025) {
    const name = random.pick(FOREIGN_NAMES);
    return { name, latin: name, gender, foreign: true };
  }
  if (draw < 0.027) {
    return { name: random.pick(LONG_NAMES), latin: 'Long Name', gender, foreign: false };
  }
  return chineseName(random);
}

const hanOf = (syllables: Syllable[]) => syllables.map(({ han }) => han).join('');
const pinyinOf = (syllables: Syllable[]) => syllables.map(({ pinyin }) => pinyin).join('');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
