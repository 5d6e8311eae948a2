import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { PREFERENCE_COOKIES } from '@/lib/domain/preferences';
import { chooseLocale } from './locale';
import { tenantTimeZone } from './time-zone';

/** Words, language, time zone and clock of one request, for server and client components alike. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(
    jar.get(PREFERENCE_COOKIES.locale)?.value,
    head.get('accept-language'),
  );
  const { messages } =
    locale === 'zh-CN' ? await import('./messages/zh-CN') : await import('./messages/en-US');
  return { locale, messages, timeZone: tenantTimeZone(), now: new Date() };
});
