import { expect, test } from './fixtures';

test('who has no part in hiring is told so, and whom to ask', async ({
  page,
  sandbox,
  signIn,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 403/);
  await signIn('stranger');
  await expect(page.getByText('你没有查看权限')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/请联系/);
  const { name } = await sandbox.person('stranger');
  await expect(page.getByRole('button', { name: `${name} 暂无角色` })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '主导航' }).getByRole('link')).toHaveCount(0);
  for (const path of ['/api/today', '/api/jobs', '/api/applications', '/api/talents']) {
    expect((await page.request.get(path)).status(), path).toBe(403);
  }
});

test('who refuses in Feishu is back at the door, with what happened', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: '使用飞书登录' }).click();
  await page.locator('[data-action="refuse"]').click();
  await expect(page).toHaveURL(/\/sign-in\?/);
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toContainText(
    '你在飞书取消了授权',
  );
  await expect(page.getByRole('button', { name: '使用飞书登录' })).toBeEnabled();
});

test('nobody gets in without a session: pages lead to the door, the API says 401', async ({
  page,
}) => {
  for (const path of ['/', '/jobs', '/pipeline', '/talents', '/reports', '/settings']) {
    await page.goto(path);
    await expect(page).toHaveURL(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  }
  for (const path of ['/api/today', '/api/jobs', '/api/pipeline', '/api/sync']) {
    expect((await page.request.get(path)).status(), path).toBe(401);
  }
});
