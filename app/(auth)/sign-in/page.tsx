import { CircleAlert, FlaskConical } from 'lucide-react';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { savePreference } from '@/app/preferences';
import { ClientMessages } from '@/components/layout/client-messages';
import { ProductMark } from '@/components/layout/product-mark';
import { LanguageChoice } from '@/components/sign-in/language-choice';
import { SignInButton } from '@/components/sign-in/sign-in-button';
import { StepPicture } from '@/components/sign-in/step-picture';
import { Callout } from '@/components/ui/callout';
import { currentActor } from '@/lib/server/auth/actor';
import { signInPlace } from '@/lib/server/auth/sign-in-place';

type Props = {
  searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('title') };
}

export default async function SignInPage({ searchParams }: Props) {
  const [{ callbackUrl, error }, actor, t, common] = await Promise.all([
    searchParams,
    currentActor(),
    getTranslations('auth'),
    getTranslations('common'),
  ]);
  const { target, sandbox } = signInPlace(callbackUrl);
  if (actor !== null) redirect(target);
  const problem = problemOf(error);

  return (
    <ClientMessages namespaces={['auth']}>
      <main className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <section className="flex flex-col bg-surface px-6 py-6 sm:px-12">
          <div className="mx-auto flex w-full max-w-90 grow flex-col justify-center py-12">
            <p className="flex items-center gap-2 text-lg font-medium">
              <ProductMark className="size-6 shrink-0" />
              {common('appName')}
            </p>
            <h1 className="mt-8 text-2xl font-semibold">{t('heading')}</h1>
            <p className="mt-2 text-pretty text-muted">{t('purpose')}</p>
            {problem && (
              <Callout tone="critical" role="alert" className="mt-6">
                <CircleAlert aria-hidden="true" />
                {t(`error.${problem}`)}
              </Callout>
            )}
            <div className="mt-8">
              <SignInButton callbackUrl={target} />
            </div>
            {sandbox && (
              <p className="mt-4 flex items-start gap-2 text-sm text-pretty text-muted">
                <FlaskConical aria-hidden="true" className="mt-0.75 size-4 shrink-0 text-info" />
                {t('sandbox')}
              </p>
            )}
          </div>
          <div className="mx-auto w-full max-w-90">
            <LanguageChoice label={t('language')} savePreference={savePreference} />
          </div>
        </section>
        <aside className="hidden items-center justify-center border-l bg-canvas px-12 lg:flex">
          <div className="w-full max-w-104">
            <StepPicture />
          </div>
        </aside>
      </main>
    </ClientMessages>
  );
}

const PROBLEMS = {
  Denied: 'denied',
  OtherTenant: 'otherTenant',
  TooMany: 'tooMany',
  Configuration: 'configuration',
} as const;

/** next-auth knows many words for "it did not work"; people need one, and what to do. */
function problemOf(error: string | string[] | undefined) {
  if (typeof error !== 'string' || error === '') return null;
  return Object.hasOwn(PROBLEMS, error) ? PROBLEMS[error as keyof typeof PROBLEMS] : 'failed';
}
