/** Rows sorted by time, ties by id, kept sorted as single rows change. Times are epoch ms. */
export class TimeOrder<T extends { id: string }> {
  private readonly rows: T[];
  /** The time each row is filed under; a row's own time may have moved on before `touch`. */
  private readonly filed = new Map<string, number>();
  /** Grows with each touch, for those who keep what they made of the rows. */
  version = 0;

  constructor(
    rows: Iterable<T>,
    private readonly timeOf: (row: T) => number,
  ) {
    this.rows = [...rows];
    for (const row of this.rows) this.filed.set(row.id, timeOf(row));
    // By their own times, which are those they were just filed under: a look-up each would show.
    this.rows.sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1));
  }

  /** Oldest first; read only. */
  get ascending(): readonly T[] {
    return this.rows;
  }

  /** Files a row anew after a change; `undefined` takes it out. */
  touch(id: string, row: T | undefined): void {
    this.version += 1;
    const before = this.filed.get(id);
    if (before !== undefined) {
      const at = this.firstNotBefore(before, id);
      if (this.rows[at]?.id === id) this.rows.splice(at, 1);
      this.filed.delete(id);
    }
    if (!row) return;
    const time = this.timeOf(row);
    this.rows.splice(this.firstNotBefore(time, id), 0, row);
    this.filed.set(id, time);
  }

  /** Position of the first row at or after (time, id); the number of rows when there is none. */
  firstNotBefore(time: number, id = ''): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = this.rows[middle];
      if (!row) break;
      const key = this.timeFiled(row);
      if (key < time || (key === time && row.id < id)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  timeFiled(row: T): number {
    return this.filed.get(row.id) ?? 0;
  }
}
