/** Three bars that narrow: the funnel. */
export function ProductMark({ className = 'size-5 shrink-0' }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={className}>
      <rect x="1" y="3" width="18" height="4" rx="1.5" fill="var(--color-step-2)" />
      <rect x="1" y="8.5" width="12" height="4" rx="1.5" fill="var(--color-step-4)" />
      <rect x="1" y="14" width="6.5" height="4" rx="1.5" fill="var(--color-step-6)" />
    </svg>
  );
}
