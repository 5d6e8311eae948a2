import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

async function choose(page: Page, name: string): Promise<void> {
  await page
    .getByRole('complementary')
    .getByRole('button')
    .filter({ has: page.locator('svg.lucide-chevrons-up-down') })
    .click();
  await page.getByRole('menuitemradio', { name }).click();
}

/** Marks the document: a reload would lose the mark. */
const MARK = 'data-same-document';

test('the language changes without a reload, and stays after one', async ({ page, signIn }) => {
  await signIn('recruiter', '/jobs');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.locator('html').evaluate((html, mark) => html.setAttribute(mark, ''), MARK);

  await choose(page, 'English');
  await expect(page.getByRole('heading', { name: 'Jobs', level: 1 })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Talents' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-US');
  await expect(page.locator('html')).toHaveAttribute(MARK, '');
  await expect(page).toHaveTitle(/^Jobs · /);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Jobs', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-US');

  await choose(page, '简体中文');
  await expect(page.getByRole('heading', { name: '职位', level: 1 })).toBeVisible();
});

test('the theme changes at once, and the next page arrives in it', async ({ page, signIn }) => {
  await signIn('recruiter', '/jobs');
  const html = page.locator('html');
  const canvas = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await canvas();
  await choose(page, '深色');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  const dark = await canvas();
  expect(dark).not.toBe(light);

  // No flash: it is in the HTML, before any script has run.
  await expect
    .poll(async () => (await page.request.get('/jobs')).text())
    .toMatch(/<html[^>]*data-theme="dark"/);
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  expect(await canvas()).toBe(dark);

  await page.keyboard.press('Escape');
  await choose(page, '浅色');
  await expect(html).toHaveAttribute('data-theme', 'light');
});

test('without a choice the theme is the system’s', async ({ page, signIn }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn('recruiter', '/jobs');
  const canvas = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', /./);
  const dark = await canvas();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await canvas()).not.toBe(dark);
});

test.describe('a browser in English', () => {
  test.use({ locale: 'en-GB' });

  test('is answered in English from the first page on', async ({ page }) => {
    await page.goto('/sign-in');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-US');
    await page.getByRole('button', { name: '简体中文' }).click();
    await expect(page.getByRole('button', { name: '使用飞书登录' })).toBeVisible();
  });
});
