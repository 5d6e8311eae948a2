import { digitsOf } from '@/sandbox/platform/id-forms';
import type { City, Stage, Text, World } from '@/sandbox/world/types';

/** Small shapes that many endpoints share (CONTRACT section 9). */
export const i18n = (text: Text) => ({ zh_cn: text.zh, en_us: text.en });
export const idName = (id: string, text: Text) => ({ id, name: i18n(text) });
export const idZhEn = (id: string, text: Text) => ({ id, zh_name: text.zh, en_name: text.en });
export const codeName = (code: string, text: Text) => ({ code, name: i18n(text) });
/** Milliseconds as the text most endpoints carry. */
export const ms = (time: number) => String(Math.floor(time));

export const stageShape = (stage: Stage) => ({
  id: stage.id,
  zh_name: stage.name.zh,
  en_name: stage.name.en,
  type: stage.type,
});

/** The world keeps a job's level as text; its id is made from it. */
export const levelId = (level: string) => digitsOf(`level:${level}`);
export const levelName = (level: string): Text => ({ zh: level, en: level });

/** `recruitment_type` ids of CONTRACT section 4. */
const RECRUITMENT_TYPES: Record<string, Text> = {
  '101': { zh: '社招全职', en: 'Full-time' },
  '102': { zh: '外包', en: 'Outsourced' },
  '103': { zh: '劳务', en: 'Labour service' },
  '105': { zh: '顾问', en: 'Consultant' },
  '201': { zh: '校招正式', en: 'Campus full-time' },
  '202': { zh: '校招实习', en: 'Campus intern' },
  '301': { zh: '社招实习', en: 'Intern' },
};
export const isRecruitmentType = (id: string): boolean => id in RECRUITMENT_TYPES;
export const recruitmentTypeName = (id: string): Text =>
  RECRUITMENT_TYPES[id] ?? { zh: '其他', en: 'Other' };

export const CHINA: { code: string; name: Text } = {
  code: 'CN_1',
  name: { zh: '中国', en: 'China' },
};

const cityTables = new WeakMap<World, Map<string, City>>();
export function cityOf(world: World, code: string): City | undefined {
  let table = cityTables.get(world);
  if (!table) {
    table = new Map(world.cities.map((city) => [city.code, city]));
    cityTables.set(world, table);
  }
  return table.get(code);
}

export function cityList(world: World, codes: readonly string[]) {
  return codes.flatMap((code) => {
    const city = cityOf(world, code);
    return city ? [codeName(city.code, city.name)] : [];
  });
}
