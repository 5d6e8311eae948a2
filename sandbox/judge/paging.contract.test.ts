import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import type { Endpoint } from '@/sandbox/platform/contract';
import { Random } from '@/sandbox/world/random';
import { guarded, isPaged } from './coverage';
import { ONE_PAGE } from './out-of-reach';
import { focusOn, idFor, snake } from './pools';
import { asInQuery, hasBody, pathOf, requiredQuery, urlOf } from './sample';
import { tokenFor } from './tokens';

/** How many records a list is tried for before it counts as one without a second page. */
const TRIES = 100;

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 400 });
});
afterAll(() => sandbox.close());

type Page = { items: unknown[]; has_more: boolean; page_token?: string };

async function page(endpoint: Endpoint, path: string, query: object): Promise<Page> {
  const answer = await sandbox.call(endpoint.method, urlOf(path, { ...query }), {
    token: tokenFor(sandbox, endpoint),
    body: hasBody(endpoint) ? {} : undefined,
  });
  if (answer.body.code !== 0) return { items: [], has_more: false };
  const { has_more, page_token, ...rest } = answer.body.data;
  const lists = [...Object.values(rest), ...Object.values(Object(Object.values(rest)[0]))];
  const items = lists.find((value) => Array.isArray(value));
  return { items: items ?? [], has_more, page_token };
}

/** Every row, read in pages of one size. */
async function walk(endpoint: Endpoint, path: string, query: object, size: number) {
  const rows: unknown[] = [];
  let token: string | undefined;
  do {
    const now = await page(endpoint, path, {
      ...query,
      page_size: size,
      ...(token === undefined ? {} : { page_token: token }),
    });
    expect(now.items.length).toBeLessThanOrEqual(size);
    expect(Boolean(now.page_token)).toBe(now.has_more);
    rows.push(...now.items);
    token = now.page_token;
  } while (token !== undefined);
  return rows;
}

/** What a list needs beside what is required before it has rows. */
const FILTERS: Record<string, object> = { 'hire.v1.interview.list': { start_time: '1' } };
/** Their own tests walk them: who asks, or what the body says, decides on the rows. */
const SPECIAL = [
  'hire.v1.agency.getAgencyAccount',
  'hire.v1.jobPublishRecord.search',
  'hire.v1.location.query',
  'hire.v1.talentOperationLog.search',
  'hire.v1.todo.list',
];
const paged = guarded.filter(
  (endpoint) => isPaged(endpoint) && !ONE_PAGE[endpoint.id] && !SPECIAL.includes(endpoint.id),
);

describe.each(paged.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (id, endpoint) => {
  it('has the same rows in small pages as in large ones', async () => {
    const random = Random.of(3, id);
    const largest = endpoint.query.map(asInQuery).find(({ path }) => path === 'page_size')?.max;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const focus = focusOn(sandbox.store, random, id);
      if (!focus) break;
      const path = pathOf(endpoint, (name) => idFor(snake(name), focus) ?? '');
      const query: Record<string, unknown> = { ...requiredQuery(endpoint), ...FILTERS[id] };
      for (const name of Object.keys(query)) query[name] = idFor(snake(name), focus) ?? query[name];
      if (!(await page(endpoint, path, { ...query, page_size: 1 })).has_more) continue;
      const many = await walk(endpoint, path, query, largest ?? 10);
      const few = await walk(endpoint, path, query, many.length > 20 ? 7 : 1);
      expect(few.length).toBeGreaterThan(1);
      expect(few).toEqual(many);
      return;
    }
    throw new Error('no record of the world has a list of two rows');
  });
});
