import { useTranslations } from 'next-intl';
import { STEPS } from '@/lib/domain/steps';

/** Widths in percent: a funnel at rest, not figures of anybody's. */
const WIDTHS = [100, 74, 58, 43, 29, 21, 17];

/** What the product is about, in the colours it uses throughout: seven steps that narrow. */
export function StepPicture() {
  const t = useTranslations('common.steps');
  return (
    <ol aria-hidden="true" className="flex w-full flex-col gap-3">
      {STEPS.map((step, index) => (
        <li key={step} className="grid grid-cols-[5rem_1fr] items-center gap-4">
          <span className="text-right text-sm text-faint">{t(step)}</span>
          <span
            className="block h-5 rounded-control"
            style={{
              width: `${WIDTHS[index]}%`,
              backgroundColor: `var(--color-step-${index + 1})`,
            }}
          />
        </li>
      ))}
    </ol>
  );
}
