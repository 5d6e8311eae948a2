import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ENDPOINTS, endpointOf } from './endpoints';

const Entry = z.object({
  id: z.string(),
  method: z.string(),
  path: z.string(),
  scopes: z.array(z.string()).default([]),
  rate_limit: z.string().default('UNKNOWN'),
  rate: z
    .object({
      per_second: z.union([z.number(), z.string()]).optional(),
      per_minute: z.number().optional(),
    })
    .optional(),
});
const contract = z
  .array(z.unknown())
  .parse(JSON.parse(readFileSync('sandbox/contract/endpoints.json', 'utf8')))
  .flatMap((entry) => Entry.safeParse(entry).data ?? []);

const find = (method: string, path: string) =>
  contract.find((entry) => entry.method === method && entry.path === `/open-apis${path}`);

/** Windows as `[limit, ms]`, from the table's numbers or from its words. */
function windowsOf({ rate, rate_limit }: z.infer<typeof Entry>): [number, number][] {
  if (rate_limit === '1000/min and 50/s')
    return [
      [1000, 60_000],
      [50, 1000],
    ];
  const windows: [number, number][] = [];
  if (typeof rate?.per_minute === 'number') windows.push([rate.per_minute, 60_000]);
  if (typeof rate?.per_second === 'number') windows.push([rate.per_second, 1000]);
  return windows;
}

const ids = Object.keys(ENDPOINTS).filter((id) => id in ENDPOINTS) as (keyof typeof ENDPOINTS)[]; // keys of the table itself

describe('endpoint table', () => {
  test('is held against a contract that was really read', () => {
    expect(contract.length).toBeGreaterThan(180);
    expect(ids.length).toBeGreaterThan(35);
  });

  test.each(ids.filter((id) => id !== 'tenant.query'))('%s is as the contract prints it', (id) => {
    const { method, path, scopes, windows } = endpointOf(id);
    const entry = find(method, path);
    if (!entry) throw new Error(`${method} ${path} is not in the contract`);
    expect([...scopes].sort()).toEqual([...entry.scopes].sort());
    const printed = windowsOf(entry);
    const ours = windows.map(({ limit, ms }) => [limit, ms]);
    // Where nothing is printed, a guess at the cautious end.
    expect(ours).toEqual(printed.length > 0 ? printed : [[10, 1000]]);
  });

  test('counts as a write whatever is not a read or a search', () => {
    for (const id of ids) {
      const { method, path, write } = endpointOf(id);
      const reads = method === 'GET' || path.endsWith('/search') || id === 'auth.tenantToken';
      expect([id, write]).toEqual([id, !reads]);
    }
  });
});
