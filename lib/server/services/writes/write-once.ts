import 'server-only';
import { AppError } from '@/lib/domain/app-error';
import { createLog } from '@/lib/server/base/log';
import type { Database } from '@/lib/server/db/pool';
import { FeishuError } from '@/lib/server/feishu/errors';
import { type RefusingEndpoint, upstreamError } from '@/lib/server/services/upstream-error';
import {
  claimRequest,
  findRequest,
  forgetRequest,
  type Intent,
  keepAnswer,
  keepDoubt,
  keepRefusal,
  refusalOf,
  type StoredRequest,
} from './requests';

const log = createLog('writes');

export type Write<Sent, Answer, Before = null> = Intent & {
  endpoint: RefusingEndpoint;
  /** What must hold before Feishu is asked; throws AppError. Not asked again for a repetition. */
  check?: () => Promise<void> | void;
  /** What `confirm` tells a change by; JSON, kept with the request. */
  before?: () => Promise<Before>;
  /** The one call that changes something. */
  send: () => Promise<Sent>;
  /**
   * Reads Feishu again, mirrors what it says and answers with it. Without `sent` nobody knows
   * whether the write happened: null then says that it did not.
   */
  confirm: (sent: Sent | undefined, before: Before | null) => Promise<Answer | null>;
  /** More for the audit log, once the answer is known. */
  logged?: (answer: Answer) => Record<string, unknown>;
  /** Feishu said no: what was on screen may be out of date. Not waited for. */
  refused?: () => void;
};

/** Time for a write that was cut off to take effect in Feishu before it counts as not done. */
const SECOND_LOOK_MS = 1_000;
/** How often a repetition looks whether the first one has its answer. */
const ASK_AGAIN_MS = 100;
/** A request still `sending` after this was cut off with its process. */
const SENDING_MS = 60_000;

/**
 * One write to Feishu: claimed under its request id, sent at most once, read back, logged. After a
 * time-out the answer is what is true: done, not done, or a plain "unknown" (503, `uncertain`).
 * @throws AppError
 */
export async function writeOnce<Sent, Answer, Before = null>(
  db: Database,
  write: Write<Sent, Answer, Before>,
): Promise<Answer> {
  const known = await findRequest(db, write);
  if (known) return repeat(db, write, known);
  await write.check?.();
  const before = (await write.before?.()) ?? null;
  if (!(await claimRequest(db, write, before))) return writeOnce(db, write);
  return perform(db, write, before);
}

async function perform<Sent, Answer, Before>(
  db: Database,
  write: Write<Sent, Answer, Before>,
  before: Before | null,
): Promise<Answer> {
  let sent: Sent;
  try {
    sent = await write.send();
  } catch (error) {
    if (error instanceof FeishuError && error.mayHaveHappened) {
      return settle(db, write, before, error);
    }
    write.refused?.();
    throw await refuse(db, write, upstreamError(error, write.endpoint));
  }
  try {
    const answer = await write.confirm(sent, before);
    if (answer !== null) return await done(db, write, answer);
  } catch (error) {
    log.warn({ err: error, action: write.audit.action }, 'done in Feishu, but not read back');
  }
  return unsure(db, write);
}

type Doubtful<Answer, Before> = Pick<Write<never, Answer, Before>, 'logged' | keyof Intent> & {
  confirm: (sent: undefined, before: Before | null) => Promise<Answer | null>;
};

/** Nobody answered whether it happened: what Feishu holds now does. */
async function settle<Answer, Before>(
  db: Database,
  write: Doubtful<Answer, Before>,
  before: Before | null,
  cause?: FeishuError,
): Promise<Answer> {
  let answer: Answer | null;
  try {
    answer = await write.confirm(undefined, before);
    if (answer === null) {
      await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK_MS));
      answer = await write.confirm(undefined, before);
    }
  } catch (error) {
    log.warn({ err: error, action: write.audit.action }, 'a write stays uncertain');
    return unsure(db, write, error);
  }
  if (answer !== null) return done(db, write, answer);
  const error = new AppError('UPSTREAM_UNAVAILABLE', 'Feishu did not do it; nothing was changed', {
    reason: 'not_done',
    logId: cause?.logId,
    cause,
  });
  throw await refuse(db, write, error);
}

async function done<Answer>(
  db: Database,
  write: Intent & { logged?: (answer: Answer) => Record<string, unknown> },
  answer: Answer,
): Promise<Answer> {
  await keepAnswer(db, write, answer, write.logged?.(answer));
  return answer;
}

async function unsure(db: Database, intent: Intent, cause?: unknown): Promise<never> {
  await keepDoubt(db, intent);
  throw new AppError('UPSTREAM_UNAVAILABLE', 'Feishu may have done it; look again shortly', {
    reason: 'uncertain',
    cause,
  });
}

/** The error to throw. A refusal is kept under its id; a fault of ours leaves the id free. */
async function refuse(db: Database, intent: Intent, error: unknown): Promise<unknown> {
  if (error instanceof AppError) await keepRefusal(db, intent, error);
  else await forgetRequest(db, intent);
  return error;
}

async function repeat<Sent, Answer, Before>(
  db: Database,
  write: Write<Sent, Answer, Before>,
  row: StoredRequest,
): Promise<Answer> {
  switch (row.state) {
    case 'done':
      // Stored by this very action under this id, so of this action's type.
      return row.answer as Answer;
    case 'refused':
      throw refusalOf(row);
    case 'sending':
      if (Date.now() - row.createdAt.getTime() > SENDING_MS) {
        return settle(db, write, beforeOf<Before>(row));
      }
      // The first of them is still at it, here or in another instance: this one gets its answer.
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      return writeOnce(db, write);
    case 'uncertain':
      return settle(db, write, beforeOf<Before>(row));
  }
}

/** Until there is an answer, its place holds what this action's `before` said. */
const beforeOf = <Before>(row: StoredRequest) => row.answer as Before | null;
