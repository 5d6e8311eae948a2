'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Input } from '@/components/ui/input';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';

export type FilterOption = {
  value: string;
  label: string;
  /** Language of the label where it is data. */
  lang?: string;
  count?: ReactNode;
};

type Props = {
  label: string;
  options: readonly FilterOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  /** One at most: choosing closes. */
  single?: boolean;
};

const SEARCH_FROM = 9;

/** A chip of the filter bar that opens a list to choose from, with a search once it is long. */
export function FilterChoice({ label, options, selected, onChange, single = false }: Props) {
  const t = useTranslations('common.filter');
  const actions = useTranslations('common.actions');
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const name = useId();

  const chosen = options.filter((option) => selected.includes(option.value));
  const first = chosen[0]?.label;
  // A value without a name yet is counted: its id says nothing to anybody.
  const value =
    first === undefined || selected.length === 0
      ? selected.length || undefined
      : selected.length > 1
        ? t('valueAndMore', { value: first, more: selected.length - 1 })
        : first;
  const needle = query.trim().toLowerCase();
  const shown = options.filter((option) => option.label.toLowerCase().includes(needle));

  const choose = (option: FilterOption) => {
    const has = selected.includes(option.value);
    if (single) {
      onChange(has ? [] : [option.value]);
      setOpen(false);
    } else {
      onChange(
        has ? selected.filter((item) => item !== option.value) : [...selected, option.value],
      );
    }
  };

  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) setQuery('');
      }}
    >
      <PopoverTrigger asChild>
        <Chip active={selected.length > 0}>
          <span className="shrink-0">{label}</span>
          {value !== undefined && (
            <span className="truncate font-medium" lang={chosen[0]?.lang}>
              {value}
            </span>
          )}
          <ChevronDown aria-hidden="true" />
        </Chip>
      </PopoverTrigger>
      <PopoverContent aria-label={label} className="flex w-64 flex-col gap-1 p-1.5">
        {options.length >= SEARCH_FROM && (
          <Input
            type="search"
            value={query}
            aria-label={t('search', { name: label })}
            placeholder={t('search', { name: label })}
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
        <fieldset aria-label={label} className="max-h-72 min-w-0 overflow-y-auto">
          {shown.map((option) => (
            <label
              key={option.value}
              className="flex min-h-8 cursor-pointer items-center gap-2 rounded-control px-2 py-1 hover:bg-hover has-focus-visible:bg-hover pointer-coarse:min-h-11"
            >
              <input
                type={single ? 'radio' : 'checkbox'}
                name={name}
                checked={selected.includes(option.value)}
                onChange={() => choose(option)}
                className="size-4 shrink-0"
              />
              <span className="min-w-0 grow" lang={option.lang}>
                {option.label}
              </span>
              {option.count !== undefined && (
                <span className="text-sm text-faint">{option.count}</span>
              )}
            </label>
          ))}
          {shown.length === 0 && <p className="px-2 py-1 text-muted">{t('none')}</p>}
        </fieldset>
        {selected.length > 0 && (
          <Button
            variant="ghost"
            size="sm"
            className="self-start"
            onClick={() => {
              onChange([]);
              setOpen(false);
            }}
          >
            {actions('clear')}
          </Button>
        )}
      </PopoverContent>
    </Popover>
  );
}
