import { parseAsStringLiteral } from 'nuqs/server';
import { TALENT_TABS } from '@/components/talents/talent-tabs';

/** The address of one talent: which part of the profile is open. */
export const talentParams = {
  tab: parseAsStringLiteral(TALENT_TABS).withDefault('overview'),
};
