import { cn } from '@/lib/utils';

type Props = {
  /** 0–100; undefined while the length is unknown. */
  value?: number;
  label: string;
  tone?: 'accent' | 'positive' | 'caution' | 'critical';
  className?: string;
};

const fills = {
  accent: 'bg-accent',
  positive: 'bg-positive',
  caution: 'bg-caution',
  critical: 'bg-critical',
} as const;

export function Progress({ value, label, tone = 'accent', className }: Props) {
  const width = value === undefined ? 35 : Math.min(100, Math.max(0, value));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value === undefined ? undefined : Math.round(width)}
      className={cn('h-1 w-full overflow-hidden rounded-full bg-line', className)}
    >
      <div
        className={cn('h-full rounded-full', fills[tone], value === undefined && 'animate-pulse')}
        style={{ width: `${width}%` }}
      />
    </div>
  );
}
