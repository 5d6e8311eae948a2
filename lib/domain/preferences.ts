/** What a browser remembers about how to draw itself. Cookies, so that the first paint is right. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const NAVIGATIONS = ['wide', 'rail'] as const;
export type Navigation = (typeof NAVIGATIONS)[number];

export const PREFERENCE_COOKIES = { theme: 'theme', navigation: 'nav', locale: 'locale' } as const;
export type PreferenceName = keyof typeof PREFERENCE_COOKIES;

/** Anything unknown follows the system. */
export function parseTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system';
}

export function parseNavigation(value: string | undefined): Navigation {
  return value === 'rail' ? 'rail' : 'wide';
}
