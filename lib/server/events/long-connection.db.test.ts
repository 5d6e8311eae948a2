import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { systemClock } from '@/lib/server/base/clock';
import { createLog } from '@/lib/server/base/log';
import { testSandbox } from '@/lib/testing/sandbox';
import type { EventEnvelope } from './envelope';
import { listen } from './long-connection';

const sandbox = testSandbox({ size: 60, seed: 3 });
const World = z.object({ personas: z.object({ boardJobId: z.string() }) });
let jobId = '';
beforeAll(async () => {
  jobId = World.parse(await sandbox.control('GET', '/world')).personas.boardJobId;
});
beforeEach(() => sandbox.control('PUT', '/events/delivery', { timeScale: 1000 }));

/** Listens as the server does, with waits of the scale the sandbox tells it. */
function listening(
  keep: (envelope: EventEnvelope) => Promise<void>,
  appSecret = sandbox.appSecret,
) {
  const stopping = new AbortController();
  const ended = listen(
    {
      baseUrl: sandbox.url,
      app: { appId: sandbox.appId, appSecret },
      clock: systemClock,
      log: createLog('events'),
      keep,
    },
    stopping.signal,
  );
  onTestFinished(async () => {
    stopping.abort();
    await ended;
  });
}
const Connections = z.object({ connections: z.array(z.unknown()) });
const connected = () =>
  vi.waitFor(
    async () => {
      const all = Connections.parse(await sandbox.control('GET', '/events/connections'));
      expect(all.connections).toHaveLength(1);
    },
    { timeout: 10_000, interval: 20 },
  );
/** Somebody's talent is moved to another stage: an event. */
async function move(): Promise<string> {
  const Board = z.object({ stages: z.array(z.object({ stageId: z.string() })) });
  const { stages } = Board.parse(await sandbox.control('GET', `/facts/jobs/${jobId}/board`));
  const Made = z.object({ id: z.string() });
  const { id } = Made.parse(
    await sandbox.control('POST', '/acts', { act: 'apply', jobId, name: '孙悦' }),
  );
  const stageId = stages[1]?.stageId;
  await sandbox.control('POST', '/acts', { act: 'move', applicationId: id, stageId });
  return id;
}
const about = (id: string) => (envelope: EventEnvelope) =>
  JSON.stringify(envelope.event).includes(id);

describe('the long connection', () => {
  it('brings events and acknowledges them', async () => {
    const kept: EventEnvelope[] = [];
    listening(async (envelope) => void kept.push(envelope));
    await connected();
    const id = await move();
    await vi.waitFor(() => expect(kept.filter(about(id))).toHaveLength(1), { timeout: 5_000 });
    const Deliveries = z.object({ counts: z.object({ acknowledged: z.number() }) });
    await vi.waitFor(async () => {
      const { counts } = Deliveries.parse(await sandbox.control('GET', '/events/deliveries'));
      expect(counts.acknowledged).toBeGreaterThan(0);
    });
  });

  it('has an event again that could not be stored, and comes back when it is cut', async () => {
    const kept: EventEnvelope[] = [];
    let failures = 1;
    listening(async (envelope) => {
      if (failures-- > 0) throw new Error('The database is away');
      kept.push(envelope);
    });
    await connected();
    const first = await move();
    await vi.waitFor(() => expect(kept.filter(about(first)).length).toBe(1), { timeout: 10_000 });
    await sandbox.control('DELETE', '/events/connections');
    await connected();
    const second = await move();
    await vi.waitFor(() => expect(kept.filter(about(second)).length).toBe(1), { timeout: 10_000 });
  });
});
