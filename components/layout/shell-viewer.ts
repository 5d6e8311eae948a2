import type { Permission, Role } from '@/lib/domain/permissions';
import type { Navigation, PreferenceName, Theme } from '@/lib/domain/preferences';
import type { BilingualText } from '@/lib/i18n/text';

/** The signed-in person, as far as the shell draws them. */
export type ShellViewer = {
  name: BilingualText;
  roles: readonly Role[];
  /** Decides which entries the navigation has; the pages decide for themselves again. */
  permissions: readonly Permission[];
};

export type ShellPreferences = { theme: Theme; navigation: Navigation };

/** A server action: remembers the choice and draws the page anew. */
export type SavePreference = (name: PreferenceName, value: string) => Promise<void>;
