'use client';

import { useLinkStatus } from 'next/link';
import { cn } from '@/lib/utils';

/** Inside a `Link`: a line under it while the page it leads to is on its way, unseen for 150 ms. */
export function PendingMark() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={cn(
        'pointer-events-none absolute inset-x-1.5 bottom-0 h-0.5 rounded-full bg-accent opacity-0 transition-opacity',
        pending && 'opacity-100 delay-150',
      )}
    />
  );
}
