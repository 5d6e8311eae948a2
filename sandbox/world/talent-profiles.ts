import type { IdKind } from './ids';
import { withKind } from './ids';
import type { CustomValue, TalentProfile } from './records/talents';
import { spread, spreadOver } from './spread';
import { AWARDS, SELF_EVALUATIONS } from './talent-group-data';
import type { Talent, World } from './types';

const FOREIGN_LANGUAGES = [3, 2, 5, 4, 7] as const;
/** Codes of `mobile_country_code` are those of nationality. */
export const CHINA_CODE = 'CN_1';

/**
 * What a talent's résumé says beyond the record: as written, or as it follows from the id, so that
 * 160,000 of them cost nothing until somebody changes one.
 */
export function profileOf(world: World, talent: Talent): TalentProfile {
  return world.profiles.get(talent.id) ?? derived(world, talent);
}

function derived(world: World, talent: Talent): TalentProfile {
  const { id } = talent;
  const says = (topic: string, percent: number) => spread(id, topic, 100) < percent;
  const own = (kind: IdKind) => withKind(id, kind);
  const graduated = talent.educations.at(-1)?.end ?? '';
  const award = says('award', 14) && graduated ? spreadOver(id, 'which award', AWARDS) : undefined;
  const account = talent.email.split('@')[0] ?? '';
  return {
    nationalityCode: CHINA_CODE,
    hometownCityCode: says('hometown', 45)
      ? (spreadOver(id, 'which hometown', world.cities)?.code ?? null)
      : null,
    preferredCityCodes: preferredCities(world, talent),
    identification: null,
    languages: [
      ...(says('english', 52)
        ? [{ id: own('language'), language: 1, proficiency: 2 + spread(id, 'how well', 3) }]
        : []),
      ...(says('second language', 6)
        ? [
            {
              id: own('secondLanguage'),
              language: spreadOver(id, 'which language', FOREIGN_LANGUAGES) ?? 3,
              proficiency: 1 + spread(id, 'how well 2', 3),
            },
          ]
        : []),
    ],
    awards: award ? [{ id: own('award'), time: graduated, ...award }] : [],
    works: says('works', 6)
      ? [
          {
            id: own('work'),
            link: `https://works.example.com/${account}`,
            description: '个人作品集',
            attachmentId: null,
          },
        ]
      : [],
    socials: says('social', 11)
      ? [{ id: own('social'), type: 5, link: `https://git.example.com/${account}` }]
      : [],
    selfEvaluation: says('self', 24) ? (spreadOver(id, 'which words', SELF_EVALUATIONS) ?? '') : '',
    creatorId: null,
    rankings: rankingsOf(talent),
    projectLinks: {},
    custom: customOf(world, talent),
  };
}

function preferredCities(world: World, talent: Talent): string[] {
  if (spread(talent.id, 'preferred', 100) >= 58) return [];
  const other = spreadOver(talent.id, 'which city', world.cities)?.code;
  const codes = [talent.currentCityCode, ...(spread(talent.id, 'two', 3) === 0 ? [other] : [])];
  return [...new Set(codes.filter((code) => code !== undefined && code !== ''))] as string[];
}

const RANKINGS = [5, 10, 20, 30, 50] as const;

function rankingsOf(talent: Talent): Record<string, number> {
  const rankings: Record<string, number> = {};
  for (const { id } of talent.educations) {
    if (spread(id, 'ranked', 100) < 30) rankings[id] = spreadOver(id, 'rank', RANKINGS) ?? -1;
  }
  return rankings;
}

/** Some say what they wish for in the company's own module, and whether they would travel. */
function customOf(world: World, talent: Talent): Record<string, CustomValue[]> {
  const custom: Record<string, CustomValue[]> = {};
  const field = (key: string, type: number) => {
    const module = world.talentModules.find((one) => one.key === key);
    const found = module?.fields.find((one) => one.customized && one.type === type);
    return module && found ? { holder: key === 'basic' ? key : module.id, found } : null;
  };
  const travel = field('basic', 3);
  if (travel && spread(talent.id, 'travel', 100) < 20) {
    const option = spreadOver(talent.id, 'how far', travel.found.options);
    if (option) custom[travel.holder] = [{ fieldId: travel.found.id, value: option.key }];
  }
  const pay = field('custom', 9);
  if (pay && spread(talent.id, 'pay', 100) < 20) {
    const value = String(18 + talent.experienceYears * 4 + spread(talent.id, 'how much', 12));
    custom[pay.holder] = [{ fieldId: pay.found.id, value }];
  }
  return custom;
}
