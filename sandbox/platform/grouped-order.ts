import { TimeOrder } from './time-order';

/** A time order for each group of rows, kept true as rows change their time or their group. */
export class GroupedOrder<T extends { id: string }> {
  private readonly orders = new Map<string, TimeOrder<T>>();
  private readonly filed = new Map<string, string>();
  private readonly none: TimeOrder<T>;

  constructor(
    rows: Iterable<T>,
    private readonly groupOf: (row: T) => string,
    private readonly timeOf: (row: T) => number,
  ) {
    this.none = new TimeOrder<T>([], timeOf);
    const lists = new Map<string, T[]>();
    for (const row of rows) {
      const group = groupOf(row);
      this.filed.set(row.id, group);
      const list = lists.get(group);
      if (list) list.push(row);
      else lists.set(group, [row]);
    }
    for (const [group, list] of lists) this.orders.set(group, new TimeOrder(list, timeOf));
  }

  /** The rows of one group; none for a group nobody is in. */
  of(group: string): TimeOrder<T> {
    return this.orders.get(group) ?? this.none;
  }

  /** Files a row anew after a change; `undefined` takes it out. */
  touch(id: string, row: T | undefined): void {
    const before = this.filed.get(id);
    const group = row ? this.groupOf(row) : undefined;
    if (before !== undefined && before !== group) this.orders.get(before)?.touch(id, undefined);
    if (group === undefined) {
      this.filed.delete(id);
      return;
    }
    this.filed.set(id, group);
    const order = this.orders.get(group) ?? new TimeOrder<T>([], this.timeOf);
    this.orders.set(group, order);
    order.touch(id, row);
  }
}
