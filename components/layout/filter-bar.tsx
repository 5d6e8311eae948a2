'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

type Props = {
  /** A SearchField, FilterChoice chips, in order of use. */
  children: ReactNode;
  /** Given while any filter is set: empties them all. */
  onClear?: () => void;
  /** At the right: view switch, sort. */
  end?: ReactNode;
};

export function FilterBar({ children, onClear, end }: Props) {
  const t = useTranslations('common');
  return (
    <search
      aria-label={t('filter.bar')}
      className="flex shrink-0 flex-wrap items-center gap-2 max-sm:-mx-4 max-sm:-my-2 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:px-4 max-sm:py-2 max-sm:[scrollbar-width:none] print:hidden"
    >
      {children}
      {onClear && (
        <Button variant="ghost" size="sm" onClick={onClear}>
          {t('actions.clearFilters')}
        </Button>
      )}
      {end && <div className="ml-auto flex items-center gap-2">{end}</div>}
    </search>
  );
}
