import type { Theme } from '@/lib/domain/preferences';

/** Paints the theme at once; the cookie makes the next page arrive in it. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}
