import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { pickMessages } from '@/lib/i18n/client-messages';
import type { Namespace } from '@/lib/i18n/messages/en-US';

type Props = { namespaces?: readonly Namespace[]; children: ReactNode };

/**
 * The words of these namespaces for the client components inside, besides the shared ones
 * (common, errors, shell). A screen wraps its client part: `<ClientMessages namespaces={['jobs']}>`.
 */
export async function ClientMessages({ namespaces = [], children }: Props) {
  const messages = pickMessages(await getMessages(), namespaces);
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
