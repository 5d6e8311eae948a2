import { receiveCallback } from '@/lib/server/events/receive';

/** Feishu's events. Open to all: each request proves itself by its signature. */
export const POST = (request: Request): Promise<Response> => receiveCallback(request);
