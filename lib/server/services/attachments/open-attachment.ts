import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { AppError, notFound } from '@/lib/domain/app-error';
import { contentDisposition, fileTypeOf, SIGNATURE_BYTES } from '@/lib/domain/file-type';
import type { Actor } from '@/lib/server/db/actor';
import type { Executor } from '@/lib/server/db/pool';
import { applications } from '@/lib/server/db/schema/applications';
import { talents } from '@/lib/server/db/schema/talents';
import { visibleApplications } from '@/lib/server/db/scope';
import { type Download, downloadFile } from '@/lib/server/feishu/download';
import { FeishuError } from '@/lib/server/feishu/errors';
import { getAttachment, getAttachmentPreviewUrl } from '@/lib/server/feishu/resources/attachments';
import { runtime } from '@/lib/server/runtime';
import { ACTIONS, audit, type RequestFacts } from '@/lib/server/services/audit';
import { visibleTalents } from '@/lib/server/services/talents/visible-talents';
import { upstreamError } from '@/lib/server/services/upstream-error';
import { peek } from './peek';

const MAX_BYTES = 30 * 1024 * 1024;

/** A file on its way through us; Feishu's own link, which lives 30 minutes, stays here. */
export type OpenAttachment = {
  body: ReadableStream<Uint8Array>;
  contentType: string;
  contentDisposition: string;
  contentLength: number | undefined;
};

/**
 * A résumé of a talent or application the person may see, as PDF where Feishu can convert it.
 * Logged before the first byte.
 * @throws AppError NOT_FOUND outside the scope, UPSTREAM_REJECTED over 30 MB
 */
export async function openAttachment(
  actor: Actor,
  attachmentId: string,
  facts: RequestFacts,
  signal?: AbortSignal,
): Promise<OpenAttachment> {
  const { db } = runtime();
  const owner = await findOwner(db, actor, attachmentId);
  if (!owner) throw notFound('attachment');
  await audit(db, {
    ...facts,
    actorOpenId: actor.openId,
    action: ACTIONS.readAttachment,
    entity: 'attachment',
    entityId: attachmentId,
    detail: { talentId: owner.talentId },
  });
  const file = await download(attachmentId, signal).catch(refuse);
  if ((file.contentLength ?? 0) > MAX_BYTES) {
    await file.body.cancel();
    throw new AppError('UPSTREAM_REJECTED', 'The file is over 30 MB', {
      reason: 'attachments.too_large',
    });
  }
  const { head, whole } = await peek(file.body, SIGNATURE_BYTES).catch(refuse);
  const type = fileTypeOf(head);
  return {
    body: whole,
    contentType: type.mime,
    contentDisposition: contentDisposition(owner.name ?? '', type),
    contentLength: file.contentLength,
  };
}

function refuse(error: unknown): never {
  if (error instanceof FeishuError && error.kind === 'missing') throw notFound('attachment');
  throw upstreamError(error, 'attachments');
}

async function findOwner(db: Executor, actor: Actor, attachmentId: string) {
  const [ofApplication] = await db
    .select({ talentId: applications.talentId, name: talents.name })
    .from(applications)
    .leftJoin(talents, eq(talents.id, applications.talentId))
    .where(and(eq(applications.attachmentId, attachmentId), visibleApplications(actor.scope)))
    .limit(1);
  if (ofApplication) return ofApplication;
  const [ofTalent] = await db
    .select({ talentId: talents.id, name: talents.name })
    .from(talents)
    .where(
      and(
        sql`${talents.attachmentIds} @> ${JSON.stringify([attachmentId])}::jsonb`,
        visibleTalents(actor.scope),
      ),
    )
    .limit(1);
  return ofTalent;
}

/** The converted form needs a scope of its own; without it the original serves. */
async function download(attachmentId: string, signal: AbortSignal | undefined): Promise<Download> {
  const client = runtime().feishu('person', signal);
  const link = await getAttachmentPreviewUrl(client, attachmentId).catch(async (error: unknown) => {
    if (!(error instanceof FeishuError) || error.kind !== 'scope') throw error;
    return (await getAttachment(client, attachmentId)).url;
  });
  return downloadFile(client, link, MAX_BYTES);
}
