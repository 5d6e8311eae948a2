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

/** What several sources give, as it comes. When one fails, so does all. */
export async function* merged<T>(
  sources: readonly AsyncIterable<T>[],
): AsyncGenerator<T, void, undefined> {
  const next = async (iterator: AsyncIterator<T>) => ({ iterator, result: await iterator.next() });
  const coming = new Map(
    sources.map((source) => {
      const iterator = source[Symbol.asyncIterator]();
      return [iterator, next(iterator)] as const;
    }),
  );
  for (const promise of coming.values()) promise.catch(() => undefined);
  while (coming.size > 0) {
    const { iterator, result } = await Promise.race(coming.values());
    if (result.done) coming.delete(iterator);
    else {
      const following = next(iterator);
      // Its failure is met in the next race; until then it must not count as unhandled.
      following.catch(() => undefined);
      coming.set(iterator, following);
      yield result.value;
    }
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
