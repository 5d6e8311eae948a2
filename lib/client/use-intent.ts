'use client';

import { useRef } from 'react';
import { newRequestId } from '@/lib/client/mutations/applications';
import { ApiError } from './fetch';

/** Nobody knows whether the write took effect: asking again must be the same request. */
function mayHaveHappened(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    (error.code === 'NETWORK' ||
      error.code === 'UNKNOWN' ||
      (error.code === 'UPSTREAM_UNAVAILABLE' && error.reason === 'uncertain'))
  );
}

/**
 * The request id of what a person wants done: the same one while they want the same and nobody
 * knows whether it happened, a new one once it was answered or they want something else.
 */
export function useIntent() {
  const held = useRef<{ body: string; id: string }>(undefined);
  return {
    idFor(body: unknown): string {
      const key = JSON.stringify(body);
      if (held.current?.body !== key) held.current = { body: key, id: newRequestId() };
      return held.current.id;
    },
    /** The write was answered; without an error it was done. */
    answered(error?: unknown): void {
      if (!mayHaveHappened(error)) held.current = undefined;
    },
  };
}
