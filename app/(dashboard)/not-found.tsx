import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { NotFound } from '@/components/layout/no-access';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';

export default function NotFoundInShell() {
  const t = useTranslations('common.actions');
  return (
    <Page>
      <NotFound
        action={
          <Button asChild>
            <Link href="/">{t('home')}</Link>
          </Button>
        }
      />
    </Page>
  );
}
