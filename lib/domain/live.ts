import type { LocalizedText, PersonRef } from './common';

/** A stage somebody was moved to, as far as a note on the screen tells of it. */
export type LiveMove = {
  /** The candidate's name; null while it is not read yet. */
  name: string | null;
  stage: LocalizedText;
  /** Null: it was done in Feishu, which names nobody. */
  by: PersonRef | null;
  /** The viewer did it, here or in another window. */
  mine: boolean;
};

/** One thing that changed among what the viewer sees. `deleted`: gone, or out of their sight. */
export type LiveChange = {
  entity: 'application' | 'talent' | 'job';
  id: string;
  change: 'added' | 'updated' | 'deleted';
  /** Of an application: its job, and the one it came from; of a job: itself. */
  jobIds: string[];
  talentId?: string;
  move?: LiveMove;
};

/** What `GET /api/stream` sends, each under its own event name. */
export type LiveEvents = {
  /** In the order it happened. */
  changes: LiveChange[];
  /** Too much has changed, or it is no longer known what: ask for everything again. */
  reset: Record<string, never>;
  /** All that came before this connection has been told; from here on it is as it happens. */
  ready: Record<string, never>;
  /** The connection is alive. */
  beat: Record<string, never>;
  /** The server closes the connection and says why. */
  end: { why: 'session' | 'restart' | 'slow' };
};
export type LiveEventName = keyof LiveEvents;
