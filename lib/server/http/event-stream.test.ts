import { expect, it } from 'vitest';
import { eventStream, type ServerEvent } from './event-stream';

const request = (signal?: AbortSignal) =>
  new Request('http://localhost/', { signal: signal ?? null });

/** Counts up for as long as it is asked. */
function counting() {
  const state = { ended: false, taken: 0 };
  async function* events(signal: AbortSignal): AsyncGenerator<ServerEvent, void> {
    try {
      while (!signal.aborted) {
        state.taken += 1;
        yield { event: 'count', id: state.taken, data: { n: state.taken } };
      }
    } finally {
      state.ended = true;
    }
  }
  return { state, events };
}

it('writes each event with its number', async () => {
  async function* events(): AsyncGenerator<ServerEvent, void> {
    yield { event: 'changes', id: 7, data: [{ name: '王芳\n' }] };
    yield { event: 'end', data: {} };
  }
  expect(await eventStream(request(), events).text()).toBe(
    'id: 7\nevent: changes\ndata: [{"name":"王芳\\n"}]\n\nevent: end\ndata: {}\n\n',
  );
});

it('takes events only as fast as they are read, and gives up who stops reading', async () => {
  const { state, events } = counting();
  const reader = eventStream(request(), events, 30).body?.getReader();
  for (let at = 0; at < 5; at += 1) await reader?.read();
  expect(state.taken).toBeLessThan(8);
  await expect(reader?.closed).rejects.toThrow('does not read');
  expect(state.ended).toBe(true);
});

it('ends its work when the browser leaves', async () => {
  for (const leave of ['cancel', 'abort'] as const) {
    const { state, events } = counting();
    const leaving = new AbortController();
    const reader = eventStream(request(leaving.signal), events).body?.getReader();
    await reader?.read();
    if (leave === 'cancel') await reader?.cancel();
    else leaving.abort();
    await new Promise(setImmediate);
    expect(state.ended, leave).toBe(true);
  }
});
