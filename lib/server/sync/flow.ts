import 'server-only';

/**
 * `work` on each item, at most `width` at a time, answers in the order of the items. When one
 * fails, the answers before it still come first.
 */
export async function* inOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const running: Promise<R>[] = [];
  const next = () => {
    const first = running.shift();
    if (first === undefined) throw new RangeError('Nothing is running');
    return first;
  };
  for await (const item of items) {
    const started = work(item);
    // Its failure is met when its turn comes; until then it must not count as unhandled.
    started.catch(() => undefined);
    running.push(started);
    if (running.length >= width) yield await next();
  }
  while (running.length > 0) yield await next();
}

/** One value ahead: the next page is fetched while the last one is stored. */
export async function* oneAhead<T>(
  source: AsyncIterable<T> | readonly T[],
): AsyncGenerator<T, void, undefined> {
  const iterator = fromAny(source);
  let coming = iterator.next();
  coming.catch(() => undefined);
  try {
    for (;;) {
      const result = await coming;
      if (result.done) return;
      coming = iterator.next();
      coming.catch(() => undefined);
      yield result.value;
    }
  } finally {
    // The page under way is not waited for: its request ends with the signal.
    void coming.catch(() => undefined);
  }
}

/** All at once, at most `width` running. */
export async function mapAtMost<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for await (const result of inOrder(items, width, work)) results.push(result);
  return results;
}

async function* fromAny<T>(source: AsyncIterable<T> | readonly T[]) {
  yield* source;
}
