import { ChartNoAxesColumn } from 'lucide-react';

/** In the place of a drawing of nothing; the sentence above it says why. */
export function PlotEmpty() {
  return (
    <div className="grid h-24 place-items-center rounded-control bg-sunken text-faint">
      <ChartNoAxesColumn aria-hidden="true" strokeWidth={1.5} className="size-6" />
    </div>
  );
}
