'use server';

import { cookies } from 'next/headers';
import {
  NAVIGATIONS,
  PREFERENCE_COOKIES,
  type PreferenceName,
  THEMES,
} from '@/lib/domain/preferences';
import { locales } from '@/lib/i18n/locale';

const ALLOWED: Record<PreferenceName, readonly string[]> = {
  theme: THEMES,
  navigation: NAVIGATIONS,
  locale: locales,
};
const YEAR = 365 * 24 * 60 * 60;

/**
 * Remembers how this browser wants to be drawn; open to anyone, since the sign-in page has a
 * language too. Next answers with the page drawn anew, so a language changes without a reload.
 */
export async function savePreference(name: PreferenceName, value: string): Promise<void> {
  if (!Object.hasOwn(ALLOWED, name) || !ALLOWED[name].includes(value)) return;
  const jar = await cookies();
  jar.set(PREFERENCE_COOKIES[name], value, { path: '/', maxAge: YEAR, sameSite: 'lax' });
}
