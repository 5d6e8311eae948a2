'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { createQueryClient } from '@/lib/client/query-client';
import { lendStyleNonce } from './lend-style-nonce';
import { NotificationHost } from './notification-host';

lendStyleNonce();

/** What every client component may count on: queries, URL state, notifications. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <NuqsAdapter>
        {children}
        <NotificationHost />
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
