import { useTranslations } from 'next-intl';
import { Swatch } from '@/components/ui/swatch';
import { stepColor } from '@/lib/domain/charts/palette';
import type { Step } from '@/lib/domain/steps';
import { cn } from '@/lib/utils';

/** The colour of a step, to stand beside its word. */
export function StepMark({ step, className }: { step: Step; className?: string }) {
  return <Swatch color={stepColor(step)} className={className} />;
}

type Props = {
  step: Step;
  /** The stage's own name; without it the step's. */
  name?: { text: string; lang: string } | null;
  className?: string;
};

export function StepLabel({ step, name, className }: Props) {
  const t = useTranslations('common.steps');
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-1.5', className)}>
      <StepMark step={step} />
      <span className="truncate" lang={name?.lang}>
        {name?.text ?? t(step)}
      </span>
    </span>
  );
}
