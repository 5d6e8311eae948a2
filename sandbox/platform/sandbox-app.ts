import { randomBytes } from 'node:crypto';
import { AppEvents } from '@/sandbox/events/app-events';
import type { Change } from '@/sandbox/world/changes';
import type { WorldStore } from '@/sandbox/world/store';
import { Faults } from './faults';
import { Limiter } from './limits';
import { RequestLog } from './request-log';
import { Scopes } from './scopes';
import { TenantTokens } from './tenant-tokens';
import { defaultSwitches, type Switches } from './unknowns';
import { UserGrants } from './user-grants';
import { WorldOrder } from './world-order';

/** Where people's browsers may be sent back to when nothing stricter is registered. */
const LOCAL_REDIRECT = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;

/** One self-built app in one tenant: its secrets, its world, and everything counted per app. */
export class SandboxApp {
  readonly scopes = new Scopes();
  readonly tenantTokens = new TenantTokens();
  readonly grants = new UserGrants();
  readonly faults = new Faults();
  readonly log = new RequestLog();
  readonly limiter = new Limiter(() => this.switches);
  readonly linkSecret = randomBytes(32);
  switches: Switches = defaultSwitches();
  /** Exact addresses; empty means any address of this machine. */
  redirectUris: string[] = [];
  order: WorldOrder;
  readonly events: AppEvents;
  /** How many changes there were, for what is derived from a whole world and kept until the next. */
  changes = 0;

  constructor(
    readonly appId: string,
    readonly secret: string,
    readonly encryptKey: string,
    readonly verificationToken: string,
    public store: WorldStore,
  ) {
    this.order = new WorldOrder(store.world);
    this.events = new AppEvents(this);
  }

  /**
   * The world's change, counted as an effect and told in events. Whether it is allowed was checked
   * before. `by` is the app itself through the API, or people in Feishu's own screens.
   */
  commit(change: Change, by: 'api' | 'people' = 'people'): void {
    this.events.around(change, by === 'api', () =>
      this.order.around(change, () => this.store.commit(change)),
    );
    this.log.effect(change.kind);
    this.changes += 1;
  }

  /**
   * Puts another world behind the app, whose clock begins anew: tokens end, and whatever was counted
   * or waiting is forgotten. The old world is closed first, for the new one may take its folder.
   */
  replaceWorld(open: () => WorldStore): void {
    this.store.close();
    this.store = open();
    this.order = new WorldOrder(this.store.world);
    this.tenantTokens.revokeAll();
    this.grants.clear();
    this.limiter.clear();
    this.faults.clear();
    this.log.clear();
    this.events.clear();
  }

  close(): void {
    this.events.close();
    this.store.close();
  }

  allowsRedirect(uri: string): boolean {
    return this.redirectUris.length > 0
      ? this.redirectUris.includes(uri)
      : LOCAL_REDIRECT.test(uri);
  }
}
