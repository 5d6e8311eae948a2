const FALLBACK = 'Asia/Shanghai';

/** The tenant's time zone: day boundaries on screen follow it, wherever the reader sits. Server only. */
export function tenantTimeZone(configured = process.env.TENANT_TIMEZONE): string {
  if (!configured) return FALLBACK;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: configured }).resolvedOptions().timeZone;
  } catch {
    return FALLBACK;
  }
}
