import type { Call, Handlers } from '@/sandbox/platform/call';
import { signedLink } from './signed-links';

const attachmentOf = (call: Call) =>
  call.found(
    call.world.attachments.get(call.param('attachment_id')),
    call.switches.absentAttachmentCode,
  );

export const attachmentHandlers: Handlers = {
  'hire.v1.attachment.get': (call) => {
    const attachment = attachmentOf(call);
    return {
      attachment: {
        id: attachment.id,
        url: signedLink(call.app, call.origin, attachment.id, attachment.name),
        name: attachment.name,
        mime: attachment.mime,
        create_time: Math.floor(attachment.createdAt),
      },
    };
  },

  'hire.v1.attachment.preview': (call) => {
    const attachment = attachmentOf(call);
    const name = `${attachment.name.replace(/\.[a-z]+$/i, '')}.pdf`;
    return { url: signedLink(call.app, call.origin, attachment.id, name) };
  },
};
