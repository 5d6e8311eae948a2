'use client';

import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { SyncBanner, SyncNote } from '@/components/layout/sync-note';
import { TalentFilterBar } from '@/components/talents/talent-filter-bar';
import { TalentList } from '@/components/talents/talent-list';
import { useTalentList } from '@/components/talents/use-talent-list';
import { useFormat } from '@/lib/i18n/use-format';
import { talentsParams, talentsQuery } from './search-params';

/** @param mayFindContact the person's searches reach phone and e-mail too */
export function TalentsClient({ mayFindContact }: { mayFindContact: boolean }) {
  const t = useTranslations('talents.list');
  const shell = useTranslations('shell');
  const format = useFormat();
  const [params, setParams] = useQueryStates(talentsParams, { history: 'push' });
  const list = useTalentList(talentsQuery(params));
  const clear = () => setParams({ q: null, degree: null, minYears: null, status: null });
  const { first } = list;

  return (
    <Page fill>
      <PageHeader
        title={shell('talents')}
        context={
          first && (
            <>
              <span data-total="">
                {t('context', { count: first.total, total: format.number(first.total) })}
              </span>
              <SyncNote {...first.sync} />
            </>
          )
        }
      />
      <TalentFilterBar
        values={params}
        mayFindContact={mayFindContact}
        // Each letter typed is no place to come back to; a filter chosen is.
        onSearch={(q) => setParams({ q }, { history: 'replace' })}
        onChange={setParams}
        onClear={clear}
      />
      {first && <SyncBanner {...first.sync} />}
      <TalentList
        list={list}
        sort={{ key: params.sort, direction: params.direction }}
        onSort={(sort, direction) => setParams({ sort, direction })}
        onClear={clear}
      />
    </Page>
  );
}
