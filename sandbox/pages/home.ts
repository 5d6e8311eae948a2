import { html } from 'hono/html';
import type { Registry } from '@/sandbox/platform/registry';
import { type Html, page } from './layout';

/** What this process holds: each app, its world, and the calls it has answered. */
export function homePage(registry: Registry): Html {
  const rows = registry.list().map((app) => {
    const { world } = app.store;
    const { total, effects } = app.log.summary();
    const writes = Object.values(effects).reduce((sum, n) => sum + n, 0);
    return html`<tr><td><code>${app.appId}</code></td><td><code>${world.id}</code></td><td>${new Date(app.store.now()).toISOString().slice(0, 16).replace('T', ' ')}</td><td class="n">${world.jobs.size}</td><td class="n">${world.applications.size}</td><td class="n">${world.talents.size}</td><td class="n">${total}</td><td class="n">${writes}</td></tr>`;
  });
  return page(
    '飞书招聘沙箱 · Feishu Hire sandbox',
    html`<h1>飞书招聘沙箱</h1>
<p>Feishu Hire sandbox: answers like open.feishu.cn. Control surface under <code>/_sandbox/</code>, described in <code>sandbox/README.md</code>.</p>
<div style="overflow-x:auto"><table><thead><tr><th>应用 App</th><th>世界 World</th><th>时间 Clock (UTC)</th><th class="n">职位 Jobs</th><th class="n">投递 Applications</th><th class="n">人才 Talents</th><th class="n">请求 Calls</th><th class="n">写入 Writes</th></tr></thead><tbody>${rows}</tbody></table></div>`,
  );
}
