import type { Hono } from 'hono';
import { backgroundReportPdf } from '@/sandbox/pages/background-report';
import type { Call } from '@/sandbox/platform/call';
import type { SandboxEnv } from '@/sandbox/platform/gateway';
import type { Registry } from '@/sandbox/platform/registry';
import type { BackgroundCheck, CheckReport } from '@/sandbox/world/records/background-checks';
import { checkLink, signedLink } from './signed-links';

const FOLDER = 'background-checks';
/** 「有效期 1 小时」. */
const LIFE_MS = 60 * 60_000;

const fileIdOf = (check: BackgroundCheck, report: CheckReport) => `${check.id}.${report.id}`;

export function reportLink(call: Call, check: BackgroundCheck, report: CheckReport): string {
  const fileId = fileIdOf(check, report);
  return signedLink(call.app, call.origin, fileId, `${report.name}.pdf`, FOLDER, LIFE_MS);
}

/** The bytes behind a report's link. No token, as in Feishu. */
export function mountBackgroundReports(web: Hono<SandboxEnv>, registry: Registry): void {
  web.get(`/_files/${FOLDER}/:appId/:fileId/:name`, (c) => {
    const app = registry.get(c.req.param('appId'));
    const fileId = c.req.param('fileId');
    if (!app) return c.text('not found', 404);
    const { expires, signature } = c.req.query();
    const link = checkLink(app, fileId, expires, signature);
    if (link === 'forged') return c.text('the link is not valid', 403);
    if (link === 'expired') return c.text('the link has expired', 403);
    const { world } = app.store;
    const [checkId = '', reportId] = fileId.split('.');
    const check = world.backgroundChecks.get(checkId);
    const report = check?.reports.find(({ id }) => id === reportId);
    const application = world.applications.get(check?.applicationId ?? '');
    const talent = world.talents.get(application?.talentId ?? '');
    if (!check || !report || !talent) return c.text('not found', 404);
    const bytes = backgroundReportPdf(check, report, talent);
    return c.body(bytes, 200, {
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(report.name)}.pdf`,
      'cache-control': 'private, no-store',
    });
  });
}
