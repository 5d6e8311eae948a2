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
  const before = await presentBefore(write);
  if (!(await claimRequest(db, write, { before }))) return writeOnce(db, write);
  return perform(db, write, before);
}

/** Nothing is sent yet: when Feishu cannot be asked, nothing was changed. */
async function presentBefore<Before>(
  write: Pick<Write<never, never, Before>, 'before' | 'endpoint'>,
): Promise<Before | null> {
  try {
    return (await write.before?.()) ?? null;
  } catch (error) {
    throw upstreamError(error, write.endpoint);
  }
}

/** What is known of a write whose answer is still to come. `sent`: Feishu said that it did it. */
type Pending<Sent, Before> = { before: Before | null; sent?: Sent };

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
      return settle(db, write, { before }, error);
    }
    write.refused?.();
    throw await refuse(db, write, upstreamError(error, write.endpoint));
  }
  return settle(db, write, { before, sent });
}

/** What Feishu holds now says whether it happened, where Feishu itself did not say so. */
async function settle<Sent, Answer, Before>(
  db: Database,
  write: Write<Sent, Answer, Before>,
  pending: Pending<Sent, Before>,
  cause?: FeishuError,
): Promise<Answer> {
  const { sent, before } = pending;
  let answer: Answer | null;
  try {
    answer = await write.confirm(sent, before);
    if (answer === null && sent === undefined) {
      await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK_MS));
      answer = await write.confirm(sent, before);
    }
  } catch (error) {
    log.warn({ err: error, action: write.audit.action }, 'a write could not be read back');
    return unsure(db, write, pending, error);
  }
  if (answer !== null) return done(db, write, answer);
  if (sent !== undefined) return unsure(db, write, pending);
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

async function unsure(
  db: Database,
  intent: Intent,
  pending: Pending<unknown, unknown>,
  cause?: unknown,
): Promise<never> {
  await keepDoubt(db, intent, pending);
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
        return settle(db, write, pendingOf<Sent, Before>(row));
      }
      // The first of them is still at it, here or in another instance: this one gets its answer.
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      return writeOnce(db, write);
    case 'uncertain':
      return settle(db, write, pendingOf<Sent, Before>(row));
  }
}

/** Until there is an answer, its place holds what `writeOnce` knows; nothing else writes it there. */
const pendingOf = <Sent, Before>(row: StoredRequest) => row.answer as Pending<Sent, Before>;
