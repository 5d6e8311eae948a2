import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Cookie, Page } from '@playwright/test';
import { Sandbox } from '@/e2e/sandbox';
import type { Stack } from '@/e2e/stack';
import { percentile, printTable } from './statistics';

const ROUNDS = 30;
const BETWEEN_MS = 1_500;

type Known = { cookies: Cookie[]; cookie: string; jobId: string };
type Column = { key: string; total: number; cards: { id: string; lock: number | null }[] };

/** From a move, in Feishu with its event or by another browser here, to the other number on a board that lies open. */
export async function benchLive(browser: Browser, stack: Stack, known: Known): Promise<void> {
  const sandbox = new Sandbox(stack.sandboxUrl);
  const context = await browser.newContext({ locale: 'zh-CN' });
  await context.addCookies(known.cookies);
  const page = await context.newPage();
  await page.goto(`${stack.url}/jobs/${known.jobId}`);
  await page.locator('[data-live="live"]').waitFor();

  const [from, to, applicationId] = await somebody(stack, known);
  const rows: (string | number)[][] = [];
  for (const [name, move] of [
    [
      'in Feishu, with an event',
      (stageId: string) => sandbox.act({ act: 'move', applicationId, stageId }),
    ],
    [
      'here, in another browser',
      (toStageId: string, expectedStageId: string) =>
        moveHere(stack, known, applicationId, { toStageId, expectedStageId }),
    ],
  ] as const) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const there = round % 2 === 0;
      const [target, left] = there ? [to.key, from.key] : [from.key, to.key];
      const seen = onScreen(page, from.key, from.total - (there ? 1 : 0));
      const began = Date.now();
      await move(target, left);
      times.push((await seen) - began);
      await setTimeout(BETWEEN_MS);
    }
    rows.push([name, percentile(times, 0.5), percentile(times, 0.95), Math.max(...times)]);
  }
  await context.close();
  printTable(
    `From a move to another person's open board, ${ROUNDS} moves each`,
    ['moved', 'median ms', 'p95 ms', 'longest ms'],
    rows,
  );
}

/** When a column's total on screen becomes this, by the clock that browser and bench share. */
async function onScreen(page: Page, column: string, total: number): Promise<number> {
  const seen = await page.waitForFunction(
    ([key, text]) => {
      const link = document.querySelector(`[data-column="${key}"] [data-column-total]`);
      return link?.textContent === text ? Date.now() : false;
    },
    [column, String(total)],
    { polling: 'raf' },
  );
  return Number(await seen.jsonValue());
}

/** Somebody free to move between the first two columns of the board. */
async function somebody(
  { url }: Stack,
  { cookie, jobId }: Known,
): Promise<[from: Column, to: Column, applicationId: string]> {
  const response = await fetch(`${url}/api/pipeline?job=${jobId}`, { headers: { cookie } });
  const { columns }: { columns: Column[] } = await response.json();
  const [from, to] = columns;
  const card = from?.cards.find(({ lock }) => lock !== 2);
  if (!from || !to || !card) throw new Error('Nobody can be moved on the board');
  return [from, to, card.id];
}

async function moveHere(
  { url }: Stack,
  { cookie }: Known,
  applicationId: string,
  body: { toStageId: string; expectedStageId: string },
): Promise<void> {
  const response = await fetch(`${url}/api/applications/${applicationId}/stage`, {
    method: 'POST',
    headers: {
      cookie,
      'content-type': 'application/json',
      origin: url,
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify({ ...body, requestId: randomUUID() }),
  });
  if (!response.ok) throw new Error(`The move was answered ${response.status}`);
}
