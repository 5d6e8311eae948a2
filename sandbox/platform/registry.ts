import type { SandboxApp } from './sandbox-app';

export type Caller = { kind: 'tenant' } | { kind: 'user'; openId: string; scope: string[] };

/** The apps of this process, found by id and by token. */
export class Registry {
  private readonly apps = new Map<string, SandboxApp>();

  constructor(readonly defaultAppId: string) {}

  /** Set from the first moment on: the process never runs without it. */
  get default(): SandboxApp {
    const app = this.apps.get(this.defaultAppId);
    if (!app) throw new Error('the default app is missing');
    return app;
  }

  add(app: SandboxApp): void {
    this.apps.set(app.appId, app);
  }

  get(appId: string): SandboxApp | undefined {
    return this.apps.get(appId);
  }

  remove(appId: string): void {
    this.apps.get(appId)?.close();
    this.apps.delete(appId);
  }

  list(): SandboxApp[] {
    return [...this.apps.values()];
  }

  /** Who holds a token, and whether it is still good. */
  holder(token: string): { app: SandboxApp; caller: Caller; live: boolean } | null {
    for (const app of this.apps.values()) {
      const now = app.store.now();
      if (app.tenantTokens.knows(token)) {
        return { app, caller: { kind: 'tenant' }, live: app.tenantTokens.isLive(token, now) };
      }
      const user = app.grants.access.get(token);
      if (user) {
        const caller: Caller = { kind: 'user', openId: user.openId, scope: user.scope };
        return { app, caller, live: user.expiresAt > now };
      }
    }
    return null;
  }
}
