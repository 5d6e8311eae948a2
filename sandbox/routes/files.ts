import type { Hono } from 'hono';
import { avatarSvg } from '@/sandbox/pages/avatar';
import { resumePdf } from '@/sandbox/pages/resume';
import type { SandboxEnv } from '@/sandbox/platform/gateway';
import type { Registry } from '@/sandbox/platform/registry';
import { checkLink } from './signed-links';

/** The file host: résumé bytes behind signed links, and drawn avatars. No token, as in Feishu. */
export function mountFiles(web: Hono<SandboxEnv>, registry: Registry): void {
  web.get('/_files/avatars/:name', (c) => {
    const openId = c.req.param('name').replace(/\.svg$/, '');
    for (const app of registry.list()) {
      const person = app.store.index.people.get(openId);
      if (person) return c.body(avatarSvg(person), 200, { 'content-type': 'image/svg+xml' });
    }
    return c.text('not found', 404);
  });

  web.get('/_files/attachments/:appId/:attachmentId/:name', (c) => {
    const app = registry.get(c.req.param('appId'));
    const attachmentId = c.req.param('attachmentId');
    if (!app) return c.text('not found', 404);
    const { expires, signature } = c.req.query();
    const check = checkLink(app, attachmentId, expires, signature);
    if (check === 'forged') return c.text('the link is not valid', 403);
    if (check === 'expired') return c.text('the link has expired', 403);
    const { world } = app.store;
    const attachment = world.attachments.get(attachmentId);
    const upload = world.uploads.get(attachmentId);
    const sent = upload && c.req.param('name') === upload.name && app.store.blobs.get(upload.id);
    if (upload && sent) return c.body(new Uint8Array(sent), 200, headersOf(upload, sent.length));
    const talent = attachment ? world.talents.get(attachment.talentId) : undefined;
    if (!attachment || !talent) return c.text('not found', 404);
    const bytes = resumePdf(world, talent);
    const { name } = attachment;
    return c.body(bytes, 200, headersOf({ name, mime: 'application/pdf' }, bytes.length));
  });
}

const headersOf = ({ name, mime }: { name: string; mime: string }, length: number) => ({
  'content-type': mime,
  'content-length': String(length),
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
});
