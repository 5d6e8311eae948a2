import 'server-only';
import { AppError } from '@/lib/domain/app-error';
import { FeishuError } from '@/lib/server/feishu/errors';

/** The endpoints whose refusals have words of their own: `errors.upstream.<name>.<code>`. */
export type RefusingEndpoint = 'transfer_stage' | 'terminate' | 'recover' | 'notes' | 'attachments';

/** Below it codes belong to Hire and mean what their endpoint says; above, to the platform. */
const FIRST_PLATFORM_CODE = 10_000_000;

/**
 * What a failed call to Feishu means for the person who asked. A refusal keeps Feishu's code, under
 * its endpoint, because codes are reused (CONTRACT section 5). Anything else passes through.
 */
export function upstreamError(thrown: unknown, endpoint: RefusingEndpoint): unknown {
  if (!(thrown instanceof FeishuError)) return thrown;
  const { kind, code, logId } = thrown;
  const more = { logId, cause: thrown };
  switch (kind) {
    case 'rate_limited':
      return new AppError('RATE_LIMITED', 'Feishu asks to slow down', more);
    case 'rejected':
    case 'missing':
    case 'scope':
    case 'quota':
    case 'auth':
      if (code === undefined) break;
      return new AppError('UPSTREAM_REJECTED', `Feishu refused with ${code}`, {
        ...more,
        reason: code >= FIRST_PLATFORM_CODE ? String(code) : `${endpoint}.${code}`,
      });
  }
  return new AppError('UPSTREAM_UNAVAILABLE', 'Feishu did not answer; nothing was changed', {
    ...more,
    reason: 'not_done',
  });
}
