export type TooltipLine = { key: string; label: string; value: string; color: string };

/** What is under the pointer, or where the arrow keys stand; spoken as it changes. */
export function ChartTooltip({ title, lines }: { title: string; lines: readonly TooltipLine[] }) {
  return (
    <div
      role="status"
      className="grid gap-0.5 rounded-control bg-raised px-2.5 py-1.5 text-sm shadow-float"
    >
      <div className="font-medium">{title}</div>
      {lines.map(({ key, label, value, color }) => (
        <div key={key} className="flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className="size-2 shrink-0 rounded-[2px]"
            style={{ background: color }}
          />
          <span className="text-muted">{label}</span>
          <span className="ml-auto pl-3 font-medium">{value}</span>
        </div>
      ))}
    </div>
  );
}
