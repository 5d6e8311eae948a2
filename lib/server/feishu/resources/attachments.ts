import 'server-only';
import { z } from 'zod';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { FeishuAttachment } from '@/lib/server/feishu/wire/attachments';

/** 1 résumé, 2 work, 3 general. */
export type AttachmentType = 1 | 2 | 3;

const Attachment = z.object({ attachment: FeishuAttachment });
const Preview = z.object({ url: z.url() });

/** Name, kind and a link to the original that lives 30 minutes. */
export async function getAttachment(
  client: FeishuClient,
  attachmentId: string,
  type: AttachmentType = 1,
): Promise<FeishuAttachment> {
  const { attachment } = await client.call('attachments.get', {
    path: { attachment_id: attachmentId },
    query: { type },
    response: Attachment,
  });
  return attachment;
}

/** A link to the résumé as PDF where Feishu can convert it, else to the original; 30 minutes. */
export async function getAttachmentPreviewUrl(
  client: FeishuClient,
  attachmentId: string,
): Promise<string> {
  const { url } = await client.call('attachments.preview', {
    path: { attachment_id: attachmentId },
    response: Preview,
  });
  return url;
}
