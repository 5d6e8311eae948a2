import { COLOUR } from './accessibility';
import { Board } from './board';
import { bigBoard, candidate } from './candidates';
import { expect, expectAccessible, test } from './fixtures';
import { type Records, recordsFor, SCREENS, settled } from './screens';

let records: Records | undefined;

for (const screen of SCREENS) {
  test(`axe finds nothing grave on ${screen.name}, light and dark`, async ({
    page,
    context,
    sandbox,
    signIn,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of (403|404)/);
    if (records === undefined) {
      await signIn('recruiter');
      await settled(page);
      records = await recordsFor(page, sandbox);
      await context.clearCookies();
    }
    const path = screen.path(records);
    if (screen.persona) await signIn(screen.persona, path);
    else await page.goto(path);
    await settled(page);
    await expectAccessible(page);
    await page.locator('html').evaluate(async (html) => {
      html.setAttribute('data-theme', 'dark');
      // Half-way between two themes no colour is the page's own.
      const fading = document.getAnimations().filter((one) => one instanceof CSSTransition);
      await Promise.allSettled(fading.map(({ finished }) => finished));
    });
    await expectAccessible(page, COLOUR);
  });
}

test('axe finds nothing grave on what opens: menus, a dialog, a refusal', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('recruiter');
  const { jobId, stage } = await bigBoard(sandbox);
  const at = { jobId, stageId: stage('简历初筛').stageId };
  const { application } = await candidate(page, sandbox, at);
  const board = new Board(page, jobId);
  await board.open();
  const menu = await board.openMenu(application.id);
  await expectAccessible(page);
  await menu.getByRole('menuitem', { name: '终止投递…' }).click();
  await expect(page.getByRole('alertdialog').getByRole('radio').nth(3)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /招聘官$/ }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page);
});

test('with the keyboard alone: past the navigation, to a card, into its panel and back', async ({
  page,
  sandbox,
  signIn,
}) => {
  const { jobId } = await bigBoard(sandbox);
  await signIn('recruiter', `/jobs/${jobId}`);
  await settled(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  const inBoard = () =>
    page.evaluate(() => document.activeElement?.hasAttribute('data-card-link') === true);
  await expect(async () => {
    await page.keyboard.press('Tab');
    expect(await inBoard()).toBe(true);
  }).toPass({ intervals: [0] });
  const links = page.locator('[data-card-link]');
  const start = await page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).not.toBe(start);
  const chosen = (await page.evaluate(() => document.activeElement?.textContent)) ?? '';
  // One tab stop in the whole board: the arrows do the rest.
  expect(await links.evaluateAll((all) => all.filter((one) => one.tabIndex === 0).length)).toBe(1);

  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: '投递' });
  await expect(panel.getByRole('heading', { name: chosen })).toBeVisible();
  await page.keyboard.press('j');
  await expect(panel.getByRole('heading', { level: 1 })).not.toHaveText(chosen);
  await page.keyboard.press('k');
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(chosen);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(chosen);
});
