import { parseAsStringLiteral } from 'nuqs/server';

export const SETTINGS_TABS = ['connection', 'sync', 'access'] as const;

export const settingsParams = {
  tab: parseAsStringLiteral(SETTINGS_TABS).withDefault('connection'),
};
