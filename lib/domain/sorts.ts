/** The orders each list can take; zod-free, because URL parsers share them with the browser. */
export const JOB_SORTS = ['title', 'age', 'active', 'headcount', 'health'] as const;
export const APPLICATION_SORTS = [
  'created',
  'stage_entered',
  'waiting',
  'ended',
  'modified',
  'name',
] as const;
export const TALENT_SORTS = ['updated', 'name', 'experience'] as const;
export const DIRECTIONS = ['asc', 'desc'] as const;
