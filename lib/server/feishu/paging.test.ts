import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Page, walkPages } from './paging';

/** A list whose n-th page answers with the n-th token; asking on past the script is a failure. */
function scripted(nextTokens: (string | undefined)[]) {
  const asked: (string | undefined)[] = [];
  return {
    asked,
    fetch: async (token: string | undefined): Promise<Page<number>> => {
      if (asked.length >= nextTokens.length) throw new Error('asked past the end');
      asked.push(token);
      return { items: [asked.length], quarantined: [], nextToken: nextTokens[asked.length - 1] };
    },
  };
}

async function collect(pages: AsyncGenerator<Page<number>>) {
  const items: number[] = [];
  for await (const page of pages) items.push(...page.items);
  return items;
}

describe('walkPages', () => {
  test('hands each token on and ends with the last page', async () => {
    const list = scripted(['a', 'b', undefined]);
    expect(await collect(walkPages(list.fetch))).toEqual([1, 2, 3]);
    expect(list.asked).toEqual([undefined, 'a', 'b']);
  });

  test('starts again where a caller left off', async () => {
    const list = scripted(['c', undefined]);
    await collect(walkPages(list.fetch, { from: 'b' }));
    expect(list.asked).toEqual(['b', 'c']);
  });

  test('stops on a token seen before, after handing over what came with it', async () => {
    for (const tokens of [
      ['a', 'a'],
      ['a', 'b', 'a'],
      ['b', 'c', 'b'],
    ]) {
      const list = scripted(tokens);
      const got: number[] = [];
      const walk = async () => {
        for await (const page of walkPages(list.fetch)) got.push(...page.items);
      };
      await expect(walk()).rejects.toMatchObject({ kind: 'paging' });
      expect(got).toHaveLength(tokens.length);
    }
  });

  test('ends for every script of pages: at a last page, or with an error', async () => {
    const token = fc.oneof(fc.constant(undefined), fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    await fc.assert(
      fc.asyncProperty(fc.array(token, { minLength: 12, maxLength: 12 }), async (tokens) => {
        const list = scripted(tokens);
        const outcome = await collect(walkPages(list.fetch)).then(
          () => 'end',
          (error) => error.kind,
        );
        expect(outcome).toBe(tokens[list.asked.length - 1] === undefined ? 'end' : 'paging');
      }),
      { seed: 2026 },
    );
  });

  test('has a last resort against lists without an end', async () => {
    let count = 0;
    const fetch = async () => {
      count += 1;
      return { items: [], quarantined: [], nextToken: String(count) };
    };
    await expect(collect(walkPages(fetch, { maxPages: 50 }))).rejects.toMatchObject({
      kind: 'paging',
    });
    expect(count).toBe(50);
  });
});
