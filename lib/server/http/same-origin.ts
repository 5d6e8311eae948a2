import 'server-only';
import { AppError } from '@/lib/domain/app-error';

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * Refuses a write that a page of somebody else could have sent with our cookie: it must be JSON
 * (which no form can send) and come from our own origin, as the browser itself says.
 * @throws AppError FORBIDDEN
 */
export function requireOwnPage(request: Request, publicUrl: string): void {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) {
    throw new AppError('FORBIDDEN', 'Writes are JSON');
  }
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const ours = origin !== null && isOurs(origin, request.headers.get('host'), publicUrl);
  if ((site !== null && site !== 'same-origin') || (origin === null ? site === null : !ours)) {
    throw new AppError('FORBIDDEN', 'Writes come from our own pages');
  }
}

/** Our public address, or the very host that was asked (127.0.0.1 for localhost). */
function isOurs(origin: string, host: string | null, publicUrl: string): boolean {
  if (origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && host !== null && new URL(origin).host === host;
}
