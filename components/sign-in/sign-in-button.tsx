'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { signIn } from '@/lib/client/sign-in';

/** The one way in. Stays busy until the browser has left for Feishu. */
export function SignInButton({ callbackUrl }: { callbackUrl: string }) {
  const t = useTranslations('auth');
  const [state, setState] = useState<'ready' | 'leaving' | 'failed'>('ready');

  // Back from Feishu's page by the browser's own button: the page is as it was left.
  useEffect(() => {
    const again = (event: PageTransitionEvent) => event.persisted && setState('ready');
    window.addEventListener('pageshow', again);
    return () => window.removeEventListener('pageshow', again);
  }, []);

  const leave = async () => {
    setState('leaving');
    try {
      await signIn(callbackUrl);
    } catch {
      setState('failed');
    }
  };

  return (
    <>
      <Button
        variant="primary"
        size="lg"
        className="w-full"
        busy={state === 'leaving'}
        onClick={leave}
      >
        {t('signIn')}
      </Button>
      {state === 'failed' && (
        <Callout tone="critical" role="alert" className="mt-3">
          <CircleAlert aria-hidden="true" />
          {t('error.unreachable')}
        </Callout>
      )}
    </>
  );
}
