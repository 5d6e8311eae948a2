import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { Flat } from '@/sandbox/platform/reply';
import type { Attachment } from '@/sandbox/world/types';
import { signedLink } from './signed-links';

const RESUME = 1;
const WORK = 2;

type Named = Pick<Attachment, 'id' | 'name' | 'mime' | 'createdAt'>;

/** One store of files seen under three types: 1 résumés, 2 works of talents, 3 whatever was sent. */
function fileOf(call: Call, type: number): Named | undefined {
  const id = call.param('attachment_id');
  if (type === RESUME) return call.world.attachments.get(id);
  if (type === WORK && !isWork(call, id)) return undefined;
  return call.world.uploads.get(id);
}

function isWork(call: Call, id: string): boolean {
  for (const { works } of call.world.profiles.values()) {
    if (works.some((work) => work.attachmentId === id)) return true;
  }
  return false;
}

/** What the preview turns into PDF; every other file stays as it is. */
const CONVERTED = /\.(docx?|pptx?|txt)$/i;

export const attachmentHandlers: Handlers = {
  'hire.v1.attachment.create': (call) => {
    const file = call.body.file('content');
    if (!file || file.bytes.length > call.switches.maxUploadBytes) throw new Refusal(1002002);
    const id = call.app.store.nextId('attachment');
    const name = file.fileName === '' ? id : file.fileName;
    call.app.store.blobs.put(id, file.bytes);
    const size = file.bytes.length;
    const upload = { id, name, mime: file.mime, size, createdAt: Math.floor(call.now) };
    call.commit({ kind: 'attachment.uploaded', at: upload.createdAt, upload });
    const url = signedLink(call.app, call.origin, id, name);
    return new Flat({ code: 0, data: { id, name, url }, message: 'OK' });
  },

  'hire.v1.attachment.get': (call) => {
    const attachment = call.found(
      fileOf(call, call.query.int('type') ?? RESUME),
      call.switches.absentAttachmentCode,
    );
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
    const attachment = call.found(fileOf(call, RESUME), call.switches.absentAttachmentCode);
    const name = CONVERTED.test(attachment.name)
      ? attachment.name.replace(CONVERTED, '.pdf')
      : attachment.name;
    return { url: signedLink(call.app, call.origin, attachment.id, name) };
  },
};
