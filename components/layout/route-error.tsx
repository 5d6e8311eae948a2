'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { ErrorState } from './error-state';
import { Page } from './page';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** A page that could not be drawn. Its words never come from the server's error, only the id does. */
export function RouteError({ error, reset }: Props) {
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <Page>
      <ErrorState error={{ code: 'INTERNAL', requestId: error.digest }} onRetry={retry} />
    </Page>
  );
}
