import { Info } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { cn } from '@/lib/utils';

type Props = {
  label: ReactNode;
  /** Already formatted. */
  value: ReactNode;
  /** The list of exactly that many rows. */
  href?: string;
  /** n or the period it is of. */
  basis?: ReactNode;
  /** Against the previous equal period, its direction in words. */
  change?: ReactNode;
  /** What it counts, with an example from real rows. */
  definition?: ReactNode;
  definitionLabel?: string;
  tone?: 'neutral' | 'caution' | 'critical';
};

const tones = { neutral: 'text-text', caution: 'text-caution', critical: 'text-critical' } as const;

/** A number that matters: its value is a link to its rows, its ⓘ opens what it means. */
export function KeyFigure({
  label,
  value,
  href,
  basis,
  change,
  definition,
  definitionLabel,
  tone = 'neutral',
}: Props) {
  return (
    <div className="relative grid min-w-0 content-start gap-0.5 rounded-card border border-line bg-surface px-4 py-3 has-[a:hover]:bg-hover">
      <div className="flex min-h-6 items-center gap-1 text-sm text-muted">
        <span className="min-w-0 truncate">{label}</span>
        {definition && (
          <Popover>
            <PopoverTrigger
              aria-label={definitionLabel}
              className="relative z-10 grid size-6 shrink-0 place-items-center rounded-control text-faint hover:text-text"
            >
              <Info aria-hidden="true" className="size-3.5" />
            </PopoverTrigger>
            <PopoverContent className="text-sm">{definition}</PopoverContent>
          </Popover>
        )}
      </div>
      <div className={cn('text-2xl leading-tight font-semibold', tones[tone])}>
        {href ? (
          <Link href={href} className="after:absolute after:inset-0 after:rounded-card">
            {value}
          </Link>
        ) : (
          value
        )}
      </div>
      {(basis || change) && (
        <div className="flex flex-wrap gap-x-2 text-sm text-faint">
          {basis}
          {change && <span>{change}</span>}
        </div>
      )}
    </div>
  );
}
