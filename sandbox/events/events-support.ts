import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { adaptDefault, EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk';
import { DEFAULT_APP } from '@/sandbox/app';
import { startSandbox } from '@/sandbox/contract-support';
import type { Delivery } from './deliveries';
import { causedEventTypes } from './hire-event';

const PATH = '/webhook/event';

/** What the official dispatcher hands over: header and event in one. */
export type Received = Record<string, unknown> & { event_id: string; event_type: string };

/** Everything the official dispatcher says, for what it refuses it only logs. */
export function listener(keys: { encryptKey?: string; verificationToken?: string } = {}) {
  const received: Received[] = [];
  const logged: string[] = [];
  const log = (...words: unknown[]) => void logged.push(words.flat().join(' '));
  const dispatcher = new EventDispatcher({
    encryptKey: keys.encryptKey ?? '',
    verificationToken: keys.verificationToken ?? DEFAULT_APP.verificationToken,
    loggerLevel: LoggerLevel.warn,
    logger: { error: log, warn: log, info: log, debug: log, trace: log },
  });
  dispatcher.register(
    Object.fromEntries(
      causedEventTypes.map((type) => [
        type,
        (data: Received) => {
          received.push(data);
          return 'success';
        },
      ]),
    ),
  );
  return { dispatcher, received, logged };
}

type Answer = (request: IncomingMessage, response: ServerResponse, nth: number) => boolean;

/**
 * A callback address served by the official client's dispatcher. `answer` may take a request over
 * before it; it is told how many came before.
 */
export async function startReceiver(
  keys: { encryptKey?: string; autoChallenge?: boolean } = { encryptKey: DEFAULT_APP.encryptKey },
  answer: Answer = () => false,
) {
  const heard = listener(keys);
  const adapted = adaptDefault(PATH, heard.dispatcher, {
    autoChallenge: keys.autoChallenge ?? true,
  });
  const requests: IncomingMessage['headers'][] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request.headers);
    if (answer(request, response, requests.length - 1)) return;
    // It throws where it cannot decrypt, and then nobody answers.
    adapted(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    ...heard,
    requests,
    url: `http://127.0.0.1:${port}${PATH}`,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A sandbox with what tests of events do to it. */
export async function startEventSandbox() {
  const sandbox = await startSandbox();
  const control = (method: string, path: string, body?: unknown) =>
    sandbox.call(method, `/_sandbox${path}`, { token: null, body });
  const deliveries = async (): Promise<Delivery[]> =>
    (await control('GET', '/events/deliveries?limit=1000')).body.deliveries;
  return {
    ...sandbox,
    control,
    act: (body: object) => control('POST', '/acts', body),
    subscribe: (body: object) => control('PUT', '/events/subscription', body),
    deliver: (body: object) => control('PUT', '/events/delivery', body),
    deliveries,
    /** A formal offer that is not approved yet. */
    anOffer: () => {
      for (const offer of sandbox.world.offers.values()) if (offer.status !== 4) return offer;
      throw new Error('the world has no such offer');
    },
    /** An application in a first stage, nobody's lock on its talent, and the stage after. */
    movable: () => {
      for (const row of sandbox.world.applications.values()) {
        const at = sandbox.store.index.stages.get(row.stageId);
        const next = at?.process.stages[1];
        const talent = sandbox.world.talents.get(row.talentId);
        if (!row.active || at?.position !== 0 || !next || !talent) continue;
        if (talent.lockedByApplicationId === null && !talent.onboarded) {
          return { ...row, nextStageId: next.id };
        }
      }
      throw new Error('the world has no such application');
    },
  };
}
export type EventSandbox = Awaited<ReturnType<typeof startEventSandbox>>;
