import 'server-only';

export type ServerEvent = { event: string; id?: number; data: unknown };

/** What a browser has not taken after this long is not waited for. */
const SLOW_MS = 20_000;

/**
 * An answer that goes on: each event as it comes, written only as fast as the browser reads. A
 * browser that stops reading is cut off; EventSource comes back and says where it was.
 * @param events ends its work when the signal aborts
 */
export function eventStream(
  request: Request,
  events: (signal: AbortSignal) => AsyncIterator<ServerEvent, void>,
  slowMs = SLOW_MS,
): Response {
  const ending = new AbortController();
  const source = events(ending.signal);
  const end = () => {
    clearTimeout(slow);
    ending.abort();
    void source.return?.().catch(() => undefined);
  };
  let slow: NodeJS.Timeout | undefined;
  request.signal.addEventListener('abort', end, { once: true });

  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(slow);
      const { done, value } = await source.next();
      if (ending.signal.aborted) return;
      if (done) {
        controller.close();
        end();
        return;
      }
      slow = setTimeout(() => {
        controller.error(new Error('The browser does not read'));
        end();
      }, slowMs);
      controller.enqueue(encoder.encode(frameOf(value)));
    },
    cancel: end,
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // No proxy in between may wait for the end of it.
      'X-Accel-Buffering': 'no',
    },
  });
}

function frameOf({ event, id, data }: ServerEvent): string {
  const number = id === undefined ? '' : `id: ${id}\n`;
  return `${number}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
