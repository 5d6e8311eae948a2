import { getLocale, getNow, getTimeZone } from 'next-intl/server';
import { formatsFor } from './format';

/** The formatters of the reader, in server components. Client components use `useFormat`. */
export async function getFormat() {
  const [locale, timeZone, now] = await Promise.all([getLocale(), getTimeZone(), getNow()]);
  return formatsFor({ locale, timeZone, now });
}
