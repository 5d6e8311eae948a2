import { z } from 'zod';
import { ControlProblem, found } from '@/sandbox/control/control';
import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import type { Change } from '@/sandbox/world/changes';
import type { WorldIndex } from '@/sandbox/world/indexes';
import type {
  Application,
  Interview,
  Job,
  Person,
  Process,
  Talent,
  World,
} from '@/sandbox/world/types';

export const id = z.string().min(1);
/** Epoch milliseconds of the world's clock. */
export const time = z.number().int();

/**
 * One thing that people do in Feishu's own screens. A field that it has not is a mistake. What it
 * says of itself is printed in sandbox/README.md.
 */
export const act = <A extends string, S extends z.ZodRawShape>(name: A, words: string, shape: S) =>
  z.strictObject({ act: z.literal(name), ...shape }).describe(words);

/** A change still without its time, which is the world's. */
type Timeless = Change extends infer C ? (C extends Change ? Omit<C, 'at'> : never) : never;

/** For each act, how it is done; it answers with the id of the record it made or changed. */
export type Performers<A extends { act: string }> = {
  [K in A['act']]: (scene: ActScene, act: Extract<A, { act: K }>) => string;
};

/** Where acts happen: one app's world, with 404 for whatever an act names that is not there. */
export class ActScene {
  /** The world's time of the act. */
  readonly at: number;

  constructor(private readonly app: SandboxApp) {
    this.at = app.store.now();
  }

  get world(): World {
    return this.app.store.world;
  }

  get index(): WorldIndex {
    return this.app.store.index;
  }

  get nextId(): SandboxApp['store']['nextId'] {
    return this.app.store.nextId;
  }

  commit(change: Timeless): void {
    // Omit lost what ties a kind to its fields; `Timeless` is made from `Change`, so it holds.
    this.app.commit({ ...change, at: this.at } as Change);
  }

  /** Ends what the person is signed in to. */
  signOut(openId: string): void {
    this.app.grants.forget(openId);
  }

  application(applicationId: string): Application {
    return found(this.world.applications.get(applicationId), `application ${applicationId}`);
  }

  interview(interviewId: string): Interview {
    return found(this.world.interviews.get(interviewId), `interview ${interviewId}`);
  }

  talent(talentId: string): Talent {
    return found(this.world.talents.get(talentId), `talent ${talentId}`);
  }

  job(jobId: string): Job {
    return found(this.world.jobs.get(jobId), `job ${jobId}`);
  }

  person(openId: string): Person {
    return found(this.index.people.get(openId), `person ${openId}`);
  }

  process(processId: string): Process {
    return found(this.index.processes.get(processId), `process ${processId}`);
  }

  recruiterOf(application: Application): string {
    return this.world.jobs.get(application.jobId)?.recruiterId ?? '';
  }
}

/** The world is not in a state that the act makes sense in. */
export function conflict(message: string): never {
  throw new ControlProblem(409, message);
}
