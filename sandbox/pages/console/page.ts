import { html, raw } from 'hono/html';
import type { Html } from '@/sandbox/pages/layout';
import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import { boardView } from './board';
import { companyView } from './company-view';
import { eventsView } from './events-view';
import { faultsView } from './faults-view';
import { logAside, requestsView } from './log';
import { personPanel } from './person';
import { platformView } from './platform-view';
import { type Scene, VIEWS, type View } from './scene';
import { SCRIPT } from './script';
import { STYLE } from './style';
import { scopesView, switchesView } from './switches-view';

/** Grows with whatever the page shows of an app, so that it is drawn anew only then. */
export function revisionOf({ app }: Pick<Scene, 'app'>): string {
  const { total, effects } = app.log.summary();
  const { deliveries, mode, connections, subscription } = app.events;
  const state = [
    app.store.world.id,
    total,
    Object.values(effects).reduce((sum, count) => sum + count, 0),
    app.faults.list().map(({ id, left, met }) => [id, left, met]),
    app.limiter.scale,
    app.store.scale(),
    deliveries.counts(),
    deliveries.settings,
    [mode, connections.size, subscription.url],
    app.scopes.list().length,
    app.switches,
  ];
  return Buffer.from(JSON.stringify(state)).toString('base64url');
}

export function consolePage(c: Scene, apps: SandboxApp[], endpoints: readonly string[]): Html {
  const application = c.query.get('application');
  const panel = c.view === 'board' && application ? personPanel(c, application) : '';
  const other = c.language === 'zh' ? 'en' : 'zh';
  const words = { again: c.t('again'), done: c.t('done'), offline: c.t('offline') };
  return html`<!doctype html>
<html lang="${c.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${c.t(c.view)} · ${c.t('title')}</title>
<style>${raw(STYLE)}</style>
</head>
<body data-app="${c.app.appId}" data-revision="${revisionOf(c)}">
<header class="top"><div><a class="brand" href="${c.link({ view: null, application: null })}">${c.t('title')}</a><nav class="tabs" data-region="tabs" aria-label="${c.t('more')}">${VIEWS.map((view) => tab(c, view))}</nav><a data-full href="${c.link({ lang: other })}" lang="${other}">${c.t('otherLanguage')}</a></div></header>
<div class="facts" data-region="facts">${facts(c, apps)}</div>
<div class="frame"><main data-region="main">${viewOf(c, endpoints)}</main>
<aside><div class="panel-box" data-region="panel">${panel}</div><div class="log-box" data-region="log">${logAside(c)}</div></aside></div>
<nav class="bottom" data-region="bottom">${(['board', 'requests', 'faults', 'more'] as const).map((view) => tab(c, view))}</nav>
<div class="toast" role="status"></div>
<script type="application/json" id="words">${raw(JSON.stringify(words).replaceAll('<', '\\u003c'))}</script>
<script>${raw(SCRIPT)}</script>
</body></html>`;
}

function viewOf(c: Scene, endpoints: readonly string[]): Html {
  const views: Record<View, () => Html> = {
    board: () => boardView(c),
    requests: () => requestsView(c),
    faults: () => faultsView(c, endpoints),
    events: () => eventsView(c),
    platform: () => platformView(c),
    scopes: () => scopesView(c),
    switches: () => switchesView(c),
    company: () => companyView(c),
    more: () => html`<nav class="menu">${VIEWS.map((view) => tab(c, view))}</nav>`,
  };
  return views[c.view]();
}

function tab(c: Scene, view: View): Html {
  const waiting = view === 'faults' ? c.app.faults.list().length : 0;
  const isCurrent = c.view === view;
  return html`<a href="${c.link({ view: view === 'board' ? null : view, application: null, stage: null })}"${isCurrent ? html` aria-current="page"` : ''}>${c.t(view)}${waiting > 0 ? html`<sup>${waiting}</sup>` : ''}</a>`;
}

const COUNTS = ['jobs', 'applications', 'talents', 'interviews', 'offers'] as const;

function facts(c: Scene, apps: SandboxApp[]): Html {
  const scale = c.app.store.scale();
  const pace = scale === 1 ? '' : scale === 0 ? ` (${c.t('stopped')})` : ` (× ${scale})`;
  const counts = COUNTS.map(
    (name) => html`<span>${c.t(name)} <b>${c.number(c.world[name].size)}</b></span>`,
  );
  const others = apps.filter((app) => app !== c.app);
  return html`<span>${c.t('clock')} <b data-clock>${c.moment(c.now)}</b>${pace}</span>${counts}<span class="end">${c.t('app')} <b class="mono">${c.app.appId}</b><span class="world"> · <span class="mono">${c.world.id}</span></span></span>${others
    .slice(0, 5)
    .map((app) => html`<a data-full href="/?app=${app.appId}" class="mono">${app.appId}</a>`)}`;
}
