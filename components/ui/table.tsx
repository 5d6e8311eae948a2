import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';
import { ScrollRegion } from './scroll-region';

/** Plain table for a few rows; anything sorted, clickable or long is a DataTable. */
export function Table({ className, ...props }: ComponentProps<'table'>) {
  return (
    <ScrollRegion label={props['aria-label']}>
      <table className={cn('w-full border-collapse text-base', className)} {...props} />
    </ScrollRegion>
  );
}

export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return <tr className={cn('border-b border-line last:border-0', className)} {...props} />;
}

type CellProps = { numeric?: boolean };

export function TableHead({ className, numeric, ...props }: ComponentProps<'th'> & CellProps) {
  return (
    <th
      scope="col"
      className={cn(
        'h-row-compact px-2 text-left text-sm font-medium whitespace-nowrap text-faint',
        numeric && 'text-right',
        className,
      )}
      {...props}
    />
  );
}

export function TableCell({ className, numeric, ...props }: ComponentProps<'td'> & CellProps) {
  return (
    <td
      className={cn('h-row-compact px-2 py-1 align-middle', numeric && 'text-right', className)}
      {...props}
    />
  );
}
