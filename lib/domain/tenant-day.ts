/** Days of the tenant's calendar as `YYYY-MM-DD`, which sorts and compares as text. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day it is at an instant in a time zone (IANA name). */
export function tenantDay(at: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    // The Swedish locale writes ISO 8601 dates.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    formats.set(timeZone, format);
  }
  return format.format(at);
}

/** The day `days` later; earlier when negative. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The Monday of the ISO week a day is in. */
export function weekStart(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** Whole weeks from one Monday to another, negative when the other is earlier. */
export function weeksBetween(monday: string, other: string): number {
  return Math.round((Date.parse(other) - Date.parse(monday)) / (7 * 86_400_000));
}
