import { expect, test, vi } from 'vitest';

test('an error of one copy of the module is known by the other, as Next makes two', async () => {
  const worker = await import('./errors');
  vi.resetModules();
  const route = await import('./errors');
  expect(route.FeishuError).not.toBe(worker.FeishuError);

  const thrown = new worker.FeishuError({ kind: 'missing', endpoint: 'notes.get', message: 'no' });
  expect(thrown).toBeInstanceOf(route.FeishuError);
  expect(route.isMissing(thrown)).toBe(true);
  expect(new Error('no')).not.toBeInstanceOf(route.FeishuError);
});
