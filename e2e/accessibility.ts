import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOnly } from 'axe-core';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Rules of WCAG 2.2 A and AA; findings that are serious or critical fail. */
const EVERYTHING: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** All that another theme can change. */
export const COLOUR: RunOnly = { type: 'rule', values: ['color-contrast'] };

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}

/** Looks at the page as it stands; wait for what should be on it first. */
export async function expectAccessible(page: Page, runOnly = EVERYTHING): Promise<void> {
  // Through the debugger, because our own policy lets no foreign script in.
  const { readFileSync } = await import('node:fs');
  await page.evaluate(readFileSync(axePath, 'utf8'));
  const results: AxeResults = await page.evaluate(
    (only) => window.axe.run(document, { runOnly: only }),
    runOnly,
  );
  const grave = results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ target }) => target.join(' ')),
    }));
  expect(grave, `accessibility of ${page.url()}`).toEqual([]);
}
