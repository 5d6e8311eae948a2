'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FilterBar } from '@/components/layout/filter-bar';
import { FilterChoice, type FilterOption } from '@/components/layout/filter-choice';
import { Chip } from '@/components/ui/chip';
import { SearchField } from '@/components/ui/search-field';
import { TURN_PARTIES, type TurnParty } from '@/lib/domain/turn';

export type BoardFilterValues = {
  q: string;
  turn: TurnParty | null;
  stale: boolean;
};

type Props = {
  values: BoardFilterValues;
  onChange: (values: Partial<BoardFilterValues>) => void;
  onClear: () => void;
  /** Further values are set (source, job …): the bar may be cleared. */
  moreSet?: boolean;
  /** Further choices of the screen. */
  children?: ReactNode;
  end?: ReactNode;
};

const isTurn = (value: string | undefined): value is TurnParty =>
  TURN_PARTIES.some((party) => party === value);

/** What every view of applications can be narrowed by: words, whose turn, who waits too long. */
export function BoardFilterBar({ values, onChange, onClear, moreSet, children, end }: Props) {
  const t = useTranslations('pipeline.filter');
  const turns = useTranslations('common.turn');
  const actions = useTranslations('common.actions');
  const options: FilterOption[] = TURN_PARTIES.map((party) => ({
    value: party,
    label: turns(party),
  }));
  const anySet = values.q !== '' || values.turn !== null || values.stale || moreSet === true;
  return (
    <FilterBar onClear={anySet ? onClear : undefined} end={end}>
      <SearchField
        value={values.q}
        onSearch={(q) => onChange({ q })}
        label={t('search')}
        clearLabel={actions('clear')}
      />
      {children}
      <FilterChoice
        label={t('turn')}
        options={options}
        selected={values.turn === null ? [] : [values.turn]}
        onChange={([turn]) => onChange({ turn: isTurn(turn) ? turn : null })}
        single
      />
      <Chip
        active={values.stale}
        aria-pressed={values.stale}
        onClick={() => onChange({ stale: !values.stale })}
      >
        {t('stale')}
      </Chip>
    </FilterBar>
  );
}
