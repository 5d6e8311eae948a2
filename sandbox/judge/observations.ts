import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** HTTP statuses by code. */
const Codes = z.record(z.string(), z.array(z.number()));

/** What contract tests have seen of one endpoint. */
const Observation = z.object({
  /** Answered with code 0: to the official client, to any caller. */
  client: z.boolean(),
  success: z.boolean(),
  /** Refused by the sandbox itself. */
  refused: Codes,
  /** Answered so by an injected fault. */
  byFault: Codes,
  /** A page was read by the token of the one before. */
  paged: z.boolean(),
  unscoped: z.boolean(),
  /** 429 with both headers. */
  limited: z.boolean(),
});
export type Observation = z.infer<typeof Observation>;

const Observations = z.record(z.string(), Observation);
const Report = z.object({ endpoints: Observations, problems: z.array(z.string()) });
/** What one worker of a test run saw, and what it saw that the contract does not allow. */
export type Report = z.infer<typeof Report>;

export const nothingSeen = (): Observation => ({
  client: false,
  success: false,
  refused: {},
  byFault: {},
  paged: false,
  unscoped: false,
  limited: false,
});

export function addCode(codes: Record<string, number[]>, code: number, status: number): void {
  codes[code] = [...new Set([...(codes[code] ?? []), status])].sort((a, b) => a - b);
}

/** Where the reports of a run of the whole suite go; unset when nobody asks for them. */
export const reportsDirectory = (): string | undefined => process.env.SANDBOX_REPORTS;

export function saveReport(directory: string, name: string, report: Report): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, `${name}.json`), JSON.stringify(report));
}

/** All reports of a run as one. */
export function readReports(directory: string): Report {
  const all: Report = { endpoints: {}, problems: [] };
  for (const name of readdirSync(directory).sort()) {
    const report = Report.parse(JSON.parse(readFileSync(join(directory, name), 'utf8')));
    all.problems.push(...report.problems);
    for (const [id, seen] of Object.entries(report.endpoints)) {
      const known = all.endpoints[id] ?? nothingSeen();
      all.endpoints[id] = united(known, seen);
    }
  }
  return all;
}

function united(a: Observation, b: Observation): Observation {
  const codes = (key: 'refused' | 'byFault') => {
    const joined = { ...a[key] };
    for (const [code, statuses] of Object.entries(b[key])) {
      for (const status of statuses) addCode(joined, Number(code), status);
    }
    return joined;
  };
  return {
    client: a.client || b.client,
    success: a.success || b.success,
    refused: codes('refused'),
    byFault: codes('byFault'),
    paged: a.paged || b.paged,
    unscoped: a.unscoped || b.unscoped,
    limited: a.limited || b.limited,
  };
}
