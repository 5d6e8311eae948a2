import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/utils';

const calloutVariants = cva(
  'flex items-start gap-2 rounded-card px-3 py-2 text-base [&>svg]:mt-0.75 [&>svg]:size-4 [&>svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-sunken text-text',
        info: 'bg-info-soft text-text [&>svg]:text-info',
        caution: 'bg-caution-soft text-text [&>svg]:text-caution',
        critical: 'bg-critical-soft text-text [&>svg]:text-critical',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

/** A sentence that concerns everything below it. First child: an icon. */
export function Callout({
  className,
  tone,
  ...props
}: ComponentProps<'div'> & VariantProps<typeof calloutVariants>) {
  return <div className={cn(calloutVariants({ tone }), className)} {...props} />;
}
