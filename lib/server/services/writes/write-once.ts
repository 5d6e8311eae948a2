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

export type Write<Sent, Answer> = Intent & {
  endpoint: RefusingEndpoint;
  /** What must hold before Feishu is asked; throws AppError. Not asked again for a repetition. */
  check?: () => Promise<void> | void;
  /** The one call that changes something. */
  send: () => Promise<Sent>;
  /**
   * Reads Feishu again, mirrors what it says and answers with it. Without `sent` nobody knows
   * whether the write happened: null then says that it did not. `since` is when it was first asked.
   */
  confirm: (sent: Sent | undefined, since: Date) => Promise<Answer | null>;
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
export async function writeOnce<Sent, Answer>(
  db: Database,
  write: Write<Sent, Answer>,
): Promise<Answer> {
  const known = await findRequest(db, write);
  if (known) return repeat(db, write, known);
  await write.check?.();
  if (!(await claimRequest(db, write))) return writeOnce(db, write);
  return perform(db, write, new Date());
}

async function perform<Sent, Answer>(
  db: Database,
  write: Write<Sent, Answer>,
  since: Date,
): Promise<Answer> {
  let sent: Sent;
  try {
    sent = await write.send();
  } catch (error) {
    if (error instanceof FeishuError && error.mayHaveHappened) {
      return settle(db, write, since, error);
    }
    write.refused?.();
    throw await refuse(db, write, upstreamError(error, write.endpoint));
  }
  try {
    const answer = await write.confirm(sent, since);
    if (answer !== null) return await done(db, write, answer);
  } catch (error) {
    log.warn({ err: error, action: write.audit.action }, 'done in Feishu, but not read back');
  }
  return unsure(db, write);
}

type Doubtful<Answer> = Intent & {
  confirm: (sent: undefined, since: Date) => Promise<Answer | null>;
};

/** Nobody answered whether it happened: what Feishu holds now does. */
async function settle<Answer>(
  db: Database,
  write: Doubtful<Answer>,
  since: Date,
  cause?: FeishuError,
): Promise<Answer> {
  let answer: Answer | null;
  try {
    answer = await write.confirm(undefined, since);
    if (answer === null) {
      await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK_MS));
      answer = await write.confirm(undefined, since);
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

async function done<Answer>(db: Database, intent: Intent, answer: Answer): Promise<Answer> {
  await keepAnswer(db, intent, answer);
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

async function repeat<Sent, Answer>(
  db: Database,
  write: Write<Sent, Answer>,
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
        return settle(db, write, row.createdAt);
      }
      // The first of them is still at it, here or in another instance: this one gets its answer.
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      return writeOnce(db, write);
    case 'uncertain':
      return settle(db, write, row.createdAt);
  }
}
