/** Degrees one may ask for at least, highest first (CONTRACT section 4, talent degree). */
export const DEGREE_FLOORS = [8, 7, 6, 5, 4] as const;
/** Whole years of experience one may ask for at least. */
export const YEAR_FLOORS = [1, 3, 5, 8, 10, 15] as const;
export const TALENT_STATUSES = ['all', 'active', 'none_active'] as const;

export type TalentFilterValues = {
  q: string;
  degree: (typeof DEGREE_FLOORS)[number] | null;
  minYears: (typeof YEAR_FLOORS)[number] | null;
  status: (typeof TALENT_STATUSES)[number];
};
