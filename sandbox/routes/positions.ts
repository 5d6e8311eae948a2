import { digitsOf } from '@/sandbox/platform/id-forms';
import type { Text } from '@/sandbox/world/types';
import { levelId } from './wire';

/**
 * 职务, 序列, 职级, 职等 of the company, as far as offers name them. No endpoint of Hire lists them
 * (they come from contact and Feishu People), so they are a table, not part of a world.
 */
type Entry = { id: string; name: Text; active: boolean };
export type JobFamily = Entry & { levels: readonly [number, number] };
export type JobLevel = Entry & { rank: number };
export type JobGrade = Entry & { ranks: readonly number[] };
export type JobTitle = Entry & { familyId: string; levels: readonly [number, number] };

const text = (zh: string, en: string): Text => ({ zh, en });
const family = (
  key: string,
  name: Text,
  levels: readonly [number, number],
  active = true,
): JobFamily => ({ id: digitsOf(`family:${key}`), name, levels, active });

export const JOB_FAMILIES = {
  technology: family('technology', text('技术序列', 'Technology'), [3, 12]),
  business: family('business', text('业务序列', 'Business'), [3, 10]),
  support: family('support', text('职能序列', 'Support'), [3, 9]),
  manufacturing: family('manufacturing', text('制造序列(停用)', 'Manufacturing'), [1, 6], false),
} as const;

const RANKS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** P2 is no longer given. */
export const JOB_LEVELS: readonly JobLevel[] = RANKS.map((rank) => ({
  id: levelId(`P${rank}`),
  name: text(`P${rank}`, `P${rank}`),
  rank,
  active: rank > 2,
}));

const grade = (key: string, ranks: readonly number[], active = true): JobGrade => ({
  id: digitsOf(`grade:${key}`),
  name: text(`职等${key}`, `Grade ${key}`),
  ranks,
  active,
});
export const JOB_GRADES: readonly JobGrade[] = [
  grade('1', [3, 4]),
  grade('2', [5, 6]),
  grade('3', [7, 8, 9]),
  grade('4', [10, 11, 12]),
  grade('0', [2, 3], false),
];

const title = (
  key: string,
  name: Text,
  of: JobFamily,
  levels: readonly [number, number],
  active = true,
): JobTitle => ({ id: digitsOf(`title:${key}`), name, familyId: of.id, levels, active });
export const JOB_TITLES: readonly JobTitle[] = [
  title('engineer', text('软件工程师', 'Software engineer'), JOB_FAMILIES.technology, [4, 12]),
  title('sales', text('销售顾问', 'Sales consultant'), JOB_FAMILIES.business, [3, 8]),
  title('hr', text('人力资源专员', 'HR specialist'), JOB_FAMILIES.support, [3, 7]),
  title(
    'flash',
    text('Flash 动画师(停用)', 'Flash animator'),
    JOB_FAMILIES.technology,
    [3, 6],
    false,
  ),
];

const byId = <T extends Entry>(entries: readonly T[], id: string | undefined): T | undefined =>
  id === undefined ? undefined : entries.find((entry) => entry.id === id);
export const familyById = (id: string | undefined) => byId(Object.values(JOB_FAMILIES), id);
export const levelById = (id: string | undefined) => byId(JOB_LEVELS, id);
export const gradeById = (id: string | undefined) => byId(JOB_GRADES, id);
export const titleById = (id: string | undefined) => byId(JOB_TITLES, id);

/** What an offer names of the above. */
export type NamedPosition = {
  titleId?: string;
  familyId?: string;
  levelId?: string;
  gradeId?: string;
};

const within = (rank: number, [from, to]: readonly [number, number]) => rank >= from && rank <= to;

/**
 * The code of the first thing wrong with a position, in the order the pages of offer create and
 * update print them: there, enabled, fitting each other. Grades are checked by create alone.
 */
export function positionProblem(named: NamedPosition): number | null {
  const title = titleById(named.titleId);
  const family = familyById(named.familyId);
  const level = levelById(named.levelId);
  const grade = gradeById(named.gradeId);
  if (named.titleId !== undefined && !title) return 1002069;
  if (title && !title.active) return 1002070;
  if (named.familyId !== undefined && !family) return 1002071;
  if (family && !family.active) return 1002072;
  if (named.levelId !== undefined && !level) return 1002073;
  if (level && !level.active) return 1002074;
  if (named.gradeId !== undefined && !grade) return 1002075;
  if (grade && !grade.active) return 1002076;
  if (title && family && title.familyId !== family.id) return 1002077;
  if (title && level && !within(level.rank, title.levels)) return 1002078;
  if (family && level && !within(level.rank, family.levels)) return 1002079;
  if (level && grade && !grade.ranks.includes(level.rank)) return 1002080;
  return null;
}
