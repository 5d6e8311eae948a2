import { z } from 'zod';
import { Id } from '@/lib/domain/common';
import { route } from '@/lib/server/http/route';
import { openAttachment } from '@/lib/server/services/attachments/open-attachment';

export const GET = route({
  permission: 'applications:read',
  params: z.object({ id: Id }),
  async handle({ actor, params, request, requestId, ip }) {
    const file = await openAttachment(actor, params.id, { requestId, ip }, request.signal);
    return new Response(file.body, {
      headers: {
        'Content-Type': file.contentType,
        'Content-Disposition': file.contentDisposition,
        ...(file.contentLength === undefined
          ? {}
          : { 'Content-Length': String(file.contentLength) }),
        // Whatever is inside runs nothing and reaches nothing.
        'Content-Security-Policy': "sandbox; default-src 'none'",
      },
    });
  },
});
