import { expect, it } from 'vitest';
import { peek } from './peek';

const streamOf = (...parts: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });

it.each([
  ['in one piece', ['%PDF-1.7 body']],
  ['byte by byte', [...'%PDF-1.7 body']],
  ['shorter than asked', ['%P']],
  ['empty', []],
])('looks at the head of a stream that comes %s and loses nothing', async (_, parts) => {
  const { head, whole } = await peek(streamOf(...parts), 5);
  const text = parts.join('');
  expect(new TextDecoder().decode(head)).toBe(text.slice(0, 5));
  expect(await new Response(whole).text()).toBe(text);
});
