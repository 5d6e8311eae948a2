'use client';

import { Search, X } from 'lucide-react';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { cn } from '@/lib/utils';
import { controlClasses } from './input';

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & {
  value: string;
  /** After a pause in typing, at once on Enter and on clearing; never inside an IME composition. */
  onSearch: (value: string) => void;
  label: string;
  clearLabel: string;
  /** Pause in milliseconds. */
  delay?: number;
};

export function SearchField({
  value,
  onSearch,
  label,
  clearLabel,
  delay = 250,
  className,
  ...props
}: Props) {
  const [draft, setDraft] = useState(value);
  const [seen, setSeen] = useState(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  if (seen !== value) {
    setSeen(value);
    setDraft(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const commit = (next: string) => {
    clearTimeout(timer.current);
    if (next !== value) onSearch(next);
  };
  const later = (next: string) => {
    clearTimeout(timer.current);
    if (!composing.current) timer.current = setTimeout(() => commit(next), delay);
  };

  return (
    <div className={cn('relative w-56 shrink-0 max-sm:w-44', className)}>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2 size-4 -translate-y-1/2 text-faint"
      />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
          later(event.target.value);
        }}
        onCompositionStart={() => {
          composing.current = true;
          clearTimeout(timer.current);
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          later(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') commit(draft);
          if (event.key === 'Escape' && draft !== '') {
            event.stopPropagation();
            setDraft('');
            commit('');
          }
        }}
        className={cn(
          controlClasses,
          'h-8 px-8 pointer-coarse:h-10 [&::-webkit-search-cancel-button]:hidden',
        )}
        {...props}
      />
      {draft !== '' && (
        <button
          type="button"
          aria-label={clearLabel}
          className="absolute top-1/2 right-1 grid size-6 -translate-y-1/2 place-items-center rounded-control text-faint hover:text-text"
          onClick={() => {
            setDraft('');
            commit('');
            input.current?.focus();
          }}
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </div>
  );
}
