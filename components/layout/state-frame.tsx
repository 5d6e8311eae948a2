import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/utils';

type Props = {
  icon: LucideIcon;
  title: ReactNode;
  body?: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
  tone?: 'neutral' | 'critical';
  /** Interrupts a screen reader: for what went wrong. */
  alert?: boolean;
  className?: string;
};

/** What stands in the place of content: why it is not there, and the one thing to do. */
export function StateFrame({
  icon: Icon,
  title,
  body,
  action,
  tone = 'neutral',
  alert = false,
  className,
}: Props) {
  return (
    <div
      role={alert ? 'alert' : undefined}
      className={cn(
        'mx-auto flex w-full max-w-104 flex-col items-center gap-2 px-4 py-12 text-center',
        className,
      )}
    >
      <Icon
        aria-hidden="true"
        strokeWidth={1.5}
        className={cn('size-8', tone === 'critical' ? 'text-critical' : 'text-faint')}
      />
      <p className="text-lg font-medium text-balance">{title}</p>
      {body && <div className="text-pretty text-muted">{body}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
