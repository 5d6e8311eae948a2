import type { Change } from '@/sandbox/world/changes';
import type { WorldIndex } from '@/sandbox/world/indexes';
import type { World } from '@/sandbox/world/types';
import type { Endpoint } from './contract';
import { Refusal } from './errors';
import { IdForms } from './id-forms';
import type { Parameters } from './parameters';
import type { Caller } from './registry';
import type { SandboxApp } from './sandbox-app';
import type { Switches } from './unknowns';

/** One checked request on its way to a handler. */
export class Call {
  readonly ids: IdForms;

  constructor(
    readonly app: SandboxApp,
    readonly endpoint: Endpoint,
    readonly caller: Caller,
    readonly path: Record<string, string>,
    readonly query: Parameters,
    readonly body: Parameters,
    /** World time, epoch ms. */
    readonly now: number,
    /** `http://host:port` as the client addressed it. */
    readonly origin: string,
  ) {
    this.ids = new IdForms(app.store.index, endpoint, query);
  }

  get world(): World {
    return this.app.store.world;
  }

  get index(): WorldIndex {
    return this.app.store.index;
  }

  get switches(): Switches {
    return this.app.switches;
  }

  /** A path parameter; the router has proved that it is there. */
  param(name: string): string {
    return this.path[name] ?? '';
  }

  commit(change: Change): void {
    this.app.commit(change, 'api');
  }

  /** The row, or the refusal that says it is not there. */
  found<T>(row: T | undefined, code: number): T {
    if (row === undefined) throw new Refusal(code);
    return row;
  }
}

/** Gives the content of `data`, or throws a `Refusal`. */
export type Handler = (call: Call) => unknown;
export type Handlers = Record<string, Handler>;
