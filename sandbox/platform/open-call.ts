import type { Registry } from './registry';
import type { Flat } from './reply';
import type { SandboxApp } from './sandbox-app';

/** A request of an endpoint that takes no token: its body names the app. */
export type OpenRequest = {
  raw: Buffer;
  contentType: string;
  authorization: string | undefined;
  registry: Registry;
};

/**
 * Answered in two steps so that limits and faults of the named app come between them. An app that
 * is not known is `null`, and `answer` then says so in the endpoint's own words.
 */
export type OpenHandler = {
  open(request: OpenRequest): { app: SandboxApp | null; answer: () => Flat };
};
export type OpenHandlers = Record<string, OpenHandler>;
