import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './fetch';

/** Refusals are answers; only a lost connection or a server in trouble is worth asking again. */
export function shouldRetry(failures: number, error: Error): boolean {
  if (failures >= 2) return false;
  if (!(error instanceof ApiError)) return false;
  return error.code === 'NETWORK' || error.status >= 500;
}

/** One per browser tab, and one per request on the server. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: shouldRetry, refetchOnWindowFocus: true },
      // A write is never repeated blindly: it may have happened.
      mutations: { retry: false },
    },
  });
}
