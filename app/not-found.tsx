import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { NotFound } from '@/components/layout/no-access';
import { Button } from '@/components/ui/button';

export default async function NotFoundPage() {
  const t = await getTranslations('common.actions');
  return (
    <main className="grid min-h-dvh place-items-center">
      <NotFound
        action={
          <Button asChild>
            <Link href="/">{t('home')}</Link>
          </Button>
        }
      />
    </main>
  );
}
