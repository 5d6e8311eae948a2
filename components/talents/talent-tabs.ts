/** The parts of a profile, as the address names them. */
export const TALENT_TABS = ['overview', 'resume'] as const;
export type TalentTab = (typeof TALENT_TABS)[number];
