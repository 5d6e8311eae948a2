import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SandboxApp } from '@/sandbox/platform/sandbox-app';

const LIFE_MS = 30 * 60_000;

const sign = (app: SandboxApp, attachmentId: string, expires: number) =>
  createHmac('sha256', app.linkSecret).update(`${attachmentId}.${expires}`).digest('base64url');

/** A link to the bytes of a file, good for 30 minutes of the world's time unless said otherwise. */
export function signedLink(
  app: SandboxApp,
  origin: string,
  attachmentId: string,
  fileName: string,
  folder = 'attachments',
  lifeMs = LIFE_MS,
): string {
  const expires = Math.floor(app.store.now()) + lifeMs;
  const query = new URLSearchParams({
    expires: String(expires),
    signature: sign(app, attachmentId, expires),
  });
  const name = encodeURIComponent(fileName);
  return `${origin}/_files/${folder}/${app.appId}/${attachmentId}/${name}?${query}`;
}

export function checkLink(
  app: SandboxApp,
  attachmentId: string,
  expires: string | undefined,
  signature: string | undefined,
): 'ok' | 'expired' | 'forged' {
  const time = Number(expires);
  const given = Buffer.from(signature ?? '');
  const right = Buffer.from(sign(app, attachmentId, time));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'forged';
  return time > app.store.now() ? 'ok' : 'expired';
}
