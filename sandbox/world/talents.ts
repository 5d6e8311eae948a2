import { DAY } from './calendar';
import { CITIES } from './dictionary-data';
import type { Ids } from './ids';
import type { CategoryKey } from './job-data';
import { candidateName } from './names';
import type { Random } from './random';
import { COMPANIES, KITS, SCHOOLS } from './talent-data';
import type { Career, Education, ProcessType, Project, Talent } from './types';

const YEAR = 365.25 * DAY;

export type TalentOptions = {
  category: CategoryKey;
  type: ProcessType;
  intern: boolean;
  sourceId: string;
  cityCode: string;
  /** When the talent was entered. */
  at: number;
  tagIds: readonly string[];
  /** How many talents came before: makes phone and e-mail unique. */
  serial: number;
};

export function makeTalent(random: Random, ids: Ids, options: TalentOptions): Talent {
  const { at, serial } = options;
  const { name, latin, gender, foreign } = candidateName(random);
  const experienceYears =
    options.type === 2 ? 0 : Math.min(Math.max(Math.round(random.logNormal(5, 0.55)), 1), 22);
  const educations = makeEducations(random, ids, options, experienceYears, foreign);
  const studied = (educations.at(-1)?.degree ?? 6) - 6;
  const age = 22 + Math.max(studied, 0) * 2.6 + experienceYears + random.between(0, 1.4);
  const account = latin
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
  const updatedAt = at;
  return {
    id: ids.next('talent'),
    name,
    ...phoneOf(random, serial, foreign),
    email: `${account}${serial}@example.${random.pick(['com', 'com', 'org', 'net'])}`,
    gender: random.chance(0.01) ? 3 : gender,
    birthday: Math.floor((at - age * YEAR) / DAY) * (DAY / 1000),
    experienceYears,
    currentCityCode: random.chance(0.72) ? options.cityCode : random.pick(CITIES).code,
    sourceId: options.sourceId,
    educations,
    careers: makeCareers(random, ids, options, experienceYears),
    projects: makeProjects(random, ids, options),
    tagIds: random.chance(0.14) ? random.sample(options.tagIds, random.int(1, 3)) : [],
    attachmentId: null,
    createdAt: at,
    updatedAt,
    onboarded: false,
    lockedByApplicationId: null,
  };
}

const MOBILE_HEADS = ['13', '15', '17', '18', '19'] as const;

/** Nobody's numbers: mainland ones have four zeros in the middle, others are of drama ranges. */
function phoneOf(random: Random, serial: number, foreign: boolean) {
  if (foreign && random.chance(0.6)) {
    const tail = String(serial % 1000).padStart(3, '0');
    return random.chance(0.5)
      ? { mobileCode: '44', mobile: `7700900${tail}` }
      : { mobileCode: '1', mobile: `202555${String(serial % 100).padStart(4, '01')}` };
  }
  const head = MOBILE_HEADS[serial % 5] ?? '13';
  const third = Math.floor(serial / 5) % 10;
  const tail = (Math.floor(serial / 50) * 7_919 + serial * 13) % 10_000;
  return { mobileCode: '86', mobile: `${head}${third}0000${String(tail).padStart(4, '0')}` };
}

function makeEducations(
  random: Random,
  ids: Ids,
  options: TalentOptions,
  experienceYears: number,
  foreign: boolean,
): Education[] {
  const draw = random.next();
  const top = draw < 0.08 ? 5 : draw < 0.62 ? 6 : draw < 0.95 ? 7 : 8;
  const degrees = [...new Set([Math.min(top, 6), Math.min(top, 7), top])];
  const now = new Date(options.at).getUTCFullYear();
  const graduation = options.type === 2 ? now + 1 : now - experienceYears;
  const lengths: Record<number, number> = { 5: 3, 6: 4, 7: 3, 8: 4 };
  let start = graduation - degrees.reduce((sum, degree) => sum + (lengths[degree] ?? 4), 0);
  const major = random.pick(KITS[options.category].majors);
  return degrees.map((degree) => {
    const end = start + (lengths[degree] ?? 4);
    const abroad = foreign || (degree >= 7 && random.chance(0.12));
    const education: Education = {
      id: ids.next('education'),
      school: schoolOf(random, abroad),
      major: random.chance(0.8) ? major : random.pick(KITS[options.category].majors),
      degree,
      educationType: abroad ? 1 : degree === 5 || random.chance(0.95) ? 2 : 3,
      start: `${start}-09`,
      end: `${end}-0${degree >= 7 ? 3 : 7}`,
    };
    start = end;
    return education;
  });
}

function schoolOf(random: Random, abroad: boolean): string {
  if (abroad) return random.pick(SCHOOLS.abroad);
  const draw = random.next();
  if (draw < 0.3) return random.pick(SCHOOLS.top);
  return random.pick(draw < 0.7 ? SCHOOLS.middle : SCHOOLS.other);
}

function makeCareers(
  random: Random,
  ids: Ids,
  options: TalentOptions,
  experienceYears: number,
): Career[] {
  const kit = KITS[options.category];
  const month = monthOf(options.at);
  if (options.type === 2) {
    return Array.from({ length: random.int(0, 2) }, (_, at) => ({
      id: ids.next('career'),
      company: random.pick(COMPANIES),
      title: `${random.pick(kit.titles)}(实习)`,
      description: random.pick(kit.work),
      careerType: 1 as const,
      start: shift(month, -8 * (at + 1)),
      end: shift(month, -8 * (at + 1) + random.int(3, 6)),
    }));
  }
  const careers: Career[] = [];
  let left = experienceYears * 12;
  let end = 0;
  while (left > 0 && careers.length < 6) {
    const months = Math.min(Math.max(Math.round(random.logNormal(28, 0.5)), 8), left);
    const current = careers.length === 0 && random.chance(0.74);
    careers.push({
      id: ids.next('career'),
      company: random.pick(COMPANIES),
      title: random.pick(kit.titles),
      description: random.pick(kit.work),
      careerType: 2,
      start: shift(month, -end - months),
      end: current ? '-' : shift(month, -end - (careers.length === 0 ? 1 : 0)),
    });
    left -= months;
    end += months;
  }
  return careers;
}

function makeProjects(random: Random, ids: Ids, options: TalentOptions): Project[] {
  const kit = KITS[options.category];
  const month = monthOf(options.at);
  return random.sample(kit.projects, random.int(0, 2)).map((name, at) => ({
    id: ids.next('project'),
    name,
    role: random.pick(['负责人', '核心成员', '开发', '参与者']),
    description: random.pick(kit.work),
    start: shift(month, -14 * (at + 1)),
    end: shift(month, -14 * (at + 1) + random.int(3, 9)),
  }));
}

/** Months since year 0. */
function monthOf(instant: number): number {
  const date = new Date(instant);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function shift(month: number, by: number): string {
  const to = month + by;
  return `${Math.floor(to / 12)}-${String((to % 12) + 1).padStart(2, '0')}`;
}
