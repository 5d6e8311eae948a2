import { type ReactNode, useId } from 'react';
import { cn } from '@/lib/utils';

type Props = {
  title: ReactNode;
  /** Beside the title: a count, a sentence of scope. */
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** On its own sheet with a hairline around. */
  card?: boolean;
  className?: string;
};

/** A part of a page with its heading. */
export function Section({ title, note, actions, children, card = false, className }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cn('min-w-0', card && 'rounded-card border border-line bg-surface p-4', className)}
    >
      <header className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {note && <span className="min-w-0 text-sm text-faint">{note}</span>}
        {actions && <div className="ml-auto flex items-center gap-1 print:hidden">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
