import 'server-only';
import { z } from 'zod';
import type { FeishuRequest } from './attempt';
import type { FeishuClient } from './client';
import type { EndpointId } from './endpoints';
import { FeishuError } from './errors';
import { parseWire } from './parse';

/** A row that cannot be used, by position and id; never its contents. */
type Quarantined = { index: number; id: string | undefined; fields: string[] };

export type Page<T> = {
  items: T[];
  quarantined: Quarantined[];
  /** For the next page; undefined on the last. */
  nextToken: string | undefined;
};

const RawPage = z.object({
  items: z.array(z.unknown()).default([]),
  has_more: z.boolean().default(false),
  page_token: z.string().optional(),
});
const RowId = z.object({ id: z.string() });

/**
 * One page of a list. Rows are parsed one by one, so a bad one costs itself, not the page.
 * @throws FeishuError `paging` when Feishu promises more and does not say where
 */
export async function listPage<T>(
  client: FeishuClient,
  endpoint: EndpointId,
  row: z.ZodType<T>,
  request: Omit<FeishuRequest<unknown>, 'response'>,
): Promise<Page<T>> {
  const page = await client.call(endpoint, { ...request, response: RawPage });
  if (page.has_more && !page.page_token) {
    throw new FeishuError({
      kind: 'paging',
      endpoint,
      message: `${endpoint} promises more rows without a page token`,
    });
  }
  const items: T[] = [];
  const quarantined: Quarantined[] = [];
  page.items.forEach((raw, index) => {
    const parsed = parseWire(row, raw);
    if (parsed.ok) {
      items.push(parsed.value);
      client.reportDrift(endpoint, parsed.dropped);
    } else quarantined.push({ index, id: RowId.safeParse(raw).data?.id, fields: parsed.fields });
  });
  return { items, quarantined, nextToken: page.has_more ? page.page_token : undefined };
}

/** Offset lists of a million rows at 10 a page; beyond it something is wrong. */
const MAX_PAGES = 100_000;

/**
 * All pages from `from` on: `walkPages((token) => listJobs(client, filter, token))`. Each page
 * carries the token of the next, so a caller can save its place after storing the page.
 * @throws FeishuError `paging` when a token comes back a second time or the list has no end
 */
export async function* walkPages<T>(
  fetchPage: (token: string | undefined) => Promise<Page<T>>,
  options: { from?: string; maxPages?: number } = {},
): AsyncGenerator<Page<T>, void, undefined> {
  const seen = new Set<string>();
  let token = options.from;
  for (let count = 1; ; count += 1) {
    if (token !== undefined) seen.add(token);
    const page = await fetchPage(token);
    yield page;
    if (page.nextToken === undefined) return;
    const stuck = seen.has(page.nextToken);
    if (stuck || count >= (options.maxPages ?? MAX_PAGES)) {
      throw new FeishuError({
        kind: 'paging',
        endpoint: 'paging',
        message: stuck ? 'A page token came back a second time' : `No end after ${count} pages`,
      });
    }
    token = page.nextToken;
  }
}
