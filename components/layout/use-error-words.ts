import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { ApiError, type ApiErrorCode } from '@/lib/client/fetch';

export type ErrorFacts = {
  code: ApiErrorCode;
  /** Feishu's own code under its endpoint, or `not_done` / `uncertain`. */
  reason?: string;
  requestId?: string;
  logId?: string;
};

/** What is known of an error of any kind; one we did not make is UNKNOWN. */
export function errorFacts(error: unknown): ErrorFacts {
  if (error instanceof ApiError || isFacts(error)) {
    const { code, reason, requestId, logId } = error;
    return { code, reason, requestId, logId };
  }
  return { code: 'UNKNOWN' };
}

function isFacts(error: unknown): error is ErrorFacts {
  return (
    typeof error === 'object' &&
    error !== null &&
    !(error instanceof Error) &&
    'code' in error &&
    typeof error.code === 'string'
  );
}

/** Says an error in the reader's language: Feishu's reason where we know it, else by our code. */
export function useErrorWords(): (error: unknown) => string {
  const t = useTranslations('errors');
  return useCallback(
    (error: unknown) => {
      const { code, reason } = errorFacts(error);
      if (reason && (code === 'UPSTREAM_REJECTED' || code === 'UPSTREAM_UNAVAILABLE')) {
        // Feishu's codes are data, under their endpoint; `has` tells whether we have words for one.
        const key = `upstream.${reason}` as 'upstream.other';
        const number = reason.split('.').at(-1) ?? reason;
        if (t.has(key)) return t(key, { code: number });
        if (code === 'UPSTREAM_REJECTED') return t('upstream.other', { code: number });
      }
      return t.has(code) ? t(code) : t('UNKNOWN');
    },
    [t],
  );
}
