/** @param share 0.5 is the median, 0.95 the 95th percentile (nearest rank) */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function printTable(title: string, head: string[], rows: (string | number)[][]): void {
  const text = [head, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell)),
  );
  const widths = head.map((_, column) => Math.max(...text.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const row of text) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join('  ')}`);
  }
}
