import type { WebSocket } from 'ws';
import { documentedEvents } from '@/sandbox/platform/contract';
import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import { tenantKeyOf } from '@/sandbox/platform/tenant';
import type { Change } from '@/sandbox/world/changes';
import { Random } from '@/sandbox/world/random';
import { causedBy } from './caused-by';
import { Deliveries, type Delivery, type Outcome } from './deliveries';
import { bodyOf, envelopeOf, newEventId, signatureHeaders } from './envelope';
import { glimpse, touchedBy } from './glimpse';
import type { HireEvent } from './hire-event';
import { type ClientConfig, Connections } from './long-connection/connections';
import { checkUrl } from './url-check';
import { post } from './webhook';

const ACKNOWLEDGE_MS = 3_000;

/** What a developer sets in the console: where events go, which, and for which tags. */
export type Subscription = {
  /** A callback address; without one events go to a long connection. */
  url: string | null;
  encrypted: boolean;
  /** `null` for every event the sandbox causes. */
  eventTypes: string[] | null;
  /** The tags that are marked for subscription; `null` for every tag. */
  tagIds: string[] | null;
};
const NOTHING: Subscription = { url: null, encrypted: false, eventTypes: null, tagIds: null };

/** The events of one app: what it subscribed to, and how they reach it. */
export class AppEvents {
  subscription = NOTHING;
  readonly deliveries: Deliveries;
  readonly connections: Connections;
  /** Once connected, an app that is away is one that has not answered yet. */
  private wasConnected = false;

  constructor(private readonly app: SandboxApp) {
    const { seed } = app.store.world;
    this.deliveries = new Deliveries(
      (delivery, signal) => this.send(delivery, signal),
      Random.of(seed, 'event-deliveries'),
    );
    this.connections = new Connections(Random.of(seed, 'event-connections'), () =>
      this.clientConfig(),
    );
  }

  get mode(): 'webhook' | 'connection' | 'none' {
    if (this.subscription.url !== null) return 'webhook';
    return this.wasConnected ? 'connection' : 'none';
  }

  /** Resolves with what is wrong with the address; the subscription then stays as it was. */
  async subscribe(wanted: Subscription, isChecked: boolean): Promise<string | null> {
    if (wanted.url !== null && isChecked) {
      const key = wanted.encrypted ? this.app.encryptKey : null;
      const problem = await checkUrl(wanted.url, this.app.verificationToken, key);
      if (problem !== null) return problem;
    }
    this.subscription = wanted;
    return null;
  }

  /** Also ends what is under way. */
  unsubscribe(): void {
    this.subscription = NOTHING;
    this.wasConnected = this.connections.size > 0;
    this.deliveries.clear();
  }

  connected(socket: WebSocket, deviceId: string, service: number): void {
    this.wasConnected = true;
    this.connections.accept(socket, deviceId, service);
  }

  /** Makes the change and sends the events that come of it, where anybody listens. */
  around(change: Change, byApi: boolean, apply: () => void): void {
    if (this.mode === 'none') {
      apply();
      return;
    }
    const { store, switches } = this.app;
    const touched = touchedBy(store, change);
    const before = glimpse(store, touched);
    apply();
    const rules = { ...switches, tagIds: this.subscription.tagIds };
    const events = causedBy({ at: change.at, byApi }, before, glimpse(store, touched), rules)
      .filter((event) => this.isWanted(event))
      .map((event) => {
        const endpoint = documentedEvents.get(event.type);
        if (endpoint) this.app.scopes.strip(endpoint, event.event, switches);
        return { ...event, eventId: newEventId(), createdAt: change.at };
      });
    this.deliveries.publish(events, switches.eventDelayMs);
  }

  /** Waits are told in whole seconds, since clients in other languages read integers. */
  clientConfig(): ClientConfig {
    const { timeScale } = this.deliveries.settings;
    const seconds = (documented: number, least: number) =>
      Math.max(Math.round(documented / timeScale), least);
    return {
      PingInterval: seconds(120, 1),
      ReconnectCount: -1,
      ReconnectInterval: seconds(120, 1),
      ReconnectNonce: seconds(30, 0),
    };
  }

  /** A new world: what was on its way is forgotten, the subscription stays. */
  clear(): void {
    this.deliveries.clear();
  }

  close(): void {
    this.deliveries.clear();
    this.connections.cut();
  }

  private isWanted({ type }: HireEvent): boolean {
    const { eventTypes } = this.subscription;
    if (eventTypes !== null && !eventTypes.includes(type)) return false;
    return this.app.scopes.hasAny(documentedEvents.get(type)?.scopes ?? []);
  }

  private async send(delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
    const { app, subscription } = this;
    const text = envelopeOf(
      delivery,
      delivery.eventId,
      delivery.createdAt,
      app.switches.eventTimeUnit,
      {
        appId: app.appId,
        verificationToken: app.verificationToken,
        tenantKey: tenantKeyOf(app.store.world),
      },
    );
    if (subscription.url === null) {
      return this.connections.send(text, app.switches.eventFragmentBytes, signal);
    }
    const key = subscription.encrypted ? app.encryptKey : null;
    const body = bodyOf(text, key);
    const headers = key === null ? {} : signatureHeaders(body, key);
    const answer = await post(subscription.url, body, headers, ACKNOWLEDGE_MS, signal);
    if ('failure' in answer) {
      return { via: 'webhook', acknowledged: false, answer: answer.failure };
    }
    const { status, text: said } = answer;
    return { via: 'webhook', acknowledged: status === 200, answer: said, status };
  }
}
