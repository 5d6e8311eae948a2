import type { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { SandboxContext, SandboxEnv } from '@/sandbox/platform/gateway';
import type { Registry } from '@/sandbox/platform/registry';
import { handlers, openHandlers } from '@/sandbox/routes/handlers';
import { consolePage, revisionOf } from './page';
import { Scene } from './scene';
import type { Language } from './words';

const endpoints = [...Object.keys(handlers), ...Object.keys(openHandlers)].sort();

/** The page at `/`: what a person uses to see a world, and the dashboard react to it. */
export function mountConsole(web: Hono<SandboxEnv>, registry: Registry): void {
  const sceneOf = (c: SandboxContext) => {
    const query = new URL(c.req.url).searchParams;
    const app = registry.get(query.get('app') ?? '') ?? registry.default;
    return new Scene(app, languageOf(c), query);
  };

  web.get('/', (c) => {
    const scene = sceneOf(c);
    if (scene.query.has('lang')) setCookie(c, 'sandbox-lang', scene.language, { sameSite: 'Lax' });
    c.header('cache-control', 'no-store');
    c.header('vary', 'accept-language, cookie');
    return c.html(consolePage(scene, registry.list(), endpoints));
  });
  web.get('/_console/revision', (c) => {
    const scene = sceneOf(c);
    return c.json({ revision: revisionOf(scene), clock: scene.moment(scene.now) });
  });
}

/** The switch, else what was chosen before, else what the browser asks for; Chinese when it says nothing. */
function languageOf(c: SandboxContext): Language {
  const asked = c.req.query('lang') ?? getCookie(c, 'sandbox-lang');
  if (asked === 'zh' || asked === 'en') return asked;
  const first = c.req.header('accept-language') ?? '*';
  return /^\s*(\*|zh)/i.test(first) ? 'zh' : 'en';
}
