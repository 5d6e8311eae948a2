'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { TooltipProvider } from '@/components/ui/tooltip';
import { createQueryClient } from '@/lib/client/query-client';
import { lendStyleNonce } from './lend-style-nonce';
import { NotificationHost } from './notification-host';

lendStyleNonce();

/** What every client component may count on: queries, URL state, tooltips, notifications. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <NuqsAdapter>
        <TooltipProvider>
          {children}
          <NotificationHost />
        </TooltipProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
