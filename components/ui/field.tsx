'use client';

import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cn } from '@/lib/utils';

type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
};

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do; replaces the hint. */
  error?: ReactNode;
  required?: boolean;
  className?: string;
  /** Draws the control with the attributes that tie it to its words. */
  children: (control: ControlProps) => ReactNode;
};

export function Field({ label, hint, error, required = false, className, children }: Props) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={cn('grid content-start gap-1', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {required && (
          <span aria-hidden="true" className="ml-0.5 text-critical">
            *
          </span>
        )}
      </label>
      {children({
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      {note && (
        <p
          id={`${id}-note`}
          role={error ? 'alert' : undefined}
          className={cn('flex gap-1 text-sm', error ? 'text-critical' : 'text-faint')}
        >
          {error && <CircleAlert aria-hidden="true" className="mt-0.75 size-3.5 shrink-0" />}
          <span>{note}</span>
        </p>
      )}
    </div>
  );
}
