import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { mountControl } from './control/mount';
import { mountEndpoint } from './events/long-connection/endpoint';
import { LongConnectionServer } from './events/long-connection/server';
import { mountConsole } from './pages/console/mount';
import { Gateway, type ReplyObserver, type SandboxEnv } from './platform/gateway';
import { endpoints } from './platform/inferred';
import { Registry } from './platform/registry';
import { Router } from './platform/router';
import { SandboxApp } from './platform/sandbox-app';
import { mountBackgroundReports } from './routes/background-reports';
import { mountFiles } from './routes/files';
import { handlers, openHandlers } from './routes/handlers';
import { mountInterviewFiles } from './routes/interview-files';
import { mountOauthPages } from './routes/oauth-pages';
import { openMemoryWorld, type WorldOptions, type WorldStore } from './world/store';

export const DEFAULT_APP = {
  appId: 'cli_5a4db0c5e0d00001',
  secret: 'sandbox-secret',
  encryptKey: 'sandbox-encrypt-key',
  verificationToken: 'sandbox-verification-token',
};

export type SandboxOptions = {
  /** The world behind the default app. */
  store: WorldStore;
  /** Makes the default app a fresh world; without it the world is kept in memory only. */
  resetDefault?: (options: WorldOptions) => WorldStore;
  /** Sees every reply of an endpoint; contract tests hold them against the contract. */
  observe?: ReplyObserver;
};
export type Sandbox = {
  registry: Registry;
  web: Hono<SandboxEnv>;
  /** Listens on loopback; port 0 takes a free one. Rejects when the port is taken. */
  listen(port: number): Promise<{ port: number; url: string }>;
  close(): Promise<void>;
};

/** Endpoints the router must know: all that have a handler. */
const covered = [...endpoints.values()].filter(
  (endpoint) => endpoint.id in handlers || endpoint.id in openHandlers,
);

export function createSandbox(options: SandboxOptions): Sandbox {
  const registry = new Registry(DEFAULT_APP.appId);
  registry.add(
    new SandboxApp(
      DEFAULT_APP.appId,
      DEFAULT_APP.secret,
      DEFAULT_APP.encryptKey,
      DEFAULT_APP.verificationToken,
      options.store,
    ),
  );
  const router = new Router(covered);
  const gateway = new Gateway(registry, router, handlers, openHandlers, options.observe ?? null);
  const web = new Hono<SandboxEnv>();
  mountOauthPages(web, registry);
  mountFiles(web, registry);
  mountInterviewFiles(web, registry);
  mountBackgroundReports(web, registry);
  mountControl(web, registry, options.resetDefault ?? openMemoryWorld);
  const longConnections = new LongConnectionServer(registry);
  mountEndpoint(web, longConnections);
  mountConsole(web, registry);
  web.all('/open-apis/*', (c) => gateway.handle(c));

  let server: Server | null = null;
  return {
    registry,
    web,
    listen: (port) =>
      new Promise((resolve, reject) => {
        // `serve` types every server it could make; without options it is a node:http one.
        server = serve(
          { fetch: web.fetch, port, hostname: '127.0.0.1', autoCleanupIncoming: false },
          (info: AddressInfo) => {
            resolve({ port: info.port, url: `http://127.0.0.1:${info.port}` });
          },
        ) as Server;
        // Longer than any client keeps a connection: it, not we, decides to close an idle one.
        server.keepAliveTimeout = 75_000;
        longConnections.attach(server);
        server.once('error', reject);
      }),
    close: () =>
      new Promise((resolve) => {
        for (const app of registry.list()) app.close();
        if (!server) return resolve();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
