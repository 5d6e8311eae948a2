import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/layout/empty-state';
import { NoAccess } from '@/components/layout/no-access';
import { Page } from '@/components/layout/page';
import { getFormat } from '@/lib/i18n/get-format';
import { currentActor } from '@/lib/server/auth/actor';
import { listAdmins } from '@/lib/server/services/settings/list-admins';
import { getSyncNote } from '@/lib/server/services/sync/get-sync-note';

/** No right to the page. Next renders this with every page, so it asks nothing of its own then. */
export default async function Forbidden() {
  const actor = await currentActor();
  return <Page>{actor?.roles.length === 0 ? <NoRole /> : <NoAccess />}</Page>;
}

/** Whom to ask; or, while roles are still being read from Feishu, that they are. */
async function NoRole() {
  const [sync, admins, t, format, locale] = await Promise.all([
    getSyncNote(),
    listAdmins(),
    getTranslations('common.state'),
    getFormat(),
    getLocale(),
  ]);
  if (sync.state !== 'complete') {
    const { percent } = sync;
    return <EmptyState reason="sync" percent={percent} body={t('forbiddenSyncing', { percent })} />;
  }
  const names = new Intl.ListFormat(locale, { type: 'disjunction' }).format(
    admins.map((name) => format.text(name)),
  );
  return <NoAccess body={names === '' ? undefined : t('forbiddenAsk', { names })} />;
}
