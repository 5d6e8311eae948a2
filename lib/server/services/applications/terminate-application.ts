import 'server-only';
import { and, eq } from 'drizzle-orm';
import { AppError } from '@/lib/domain/app-error';
import type { ApplicationWriteDto, TerminateApplicationInput } from '@/lib/domain/applications';
import type { Actor } from '@/lib/server/db/actor';
import type { Executor } from '@/lib/server/db/pool';
import { terminationReasons } from '@/lib/server/db/schema/organisation';
import { terminateApplication as terminate } from '@/lib/server/feishu/resources/applications';
import { runtime } from '@/lib/server/runtime';
import { ACTIONS, type RequestFacts } from '@/lib/server/services/audit';
import { writeOnce } from '@/lib/server/services/writes/write-once';
import { refreshSoon } from './background-refresh';
import { readBack } from './read-back';
import { writableApplication } from './writable-application';

/**
 * Ends an application with its reasons.
 * @throws AppError as `moveApplication` does; CONFLICT when it has ended already
 */
export async function terminateApplication(
  actor: Actor,
  applicationId: string,
  input: TerminateApplicationInput,
  facts: Pick<RequestFacts, 'ip'>,
): Promise<ApplicationWriteDto> {
  const { db, feishu } = runtime();
  const { requestId, ...body } = input;
  const known = await writableApplication(db, actor, applicationId);
  return writeOnce(db, {
    requestId,
    body,
    endpoint: 'terminate',
    audit: {
      ...facts,
      requestId,
      actorOpenId: actor.openId,
      action: ACTIONS.terminateApplication,
      entity: 'application',
      entityId: applicationId,
      detail: { terminationType: body.terminationType, reasonIds: body.reasonIds },
    },
    async check() {
      if (known.outcome !== 'active') {
        throw new AppError('CONFLICT', 'It is no longer active', { reason: 'not_active' });
      }
      if (body.reasonIds.length === 0 && (await hasReasons(db, body.terminationType))) {
        const fields = [{ path: 'reasonIds', message: 'Choose one of the tenant’s reasons' }];
        throw new AppError('INVALID_INPUT', 'A reason is missing', { fields });
      }
    },
    send: () =>
      terminate(feishu('person'), applicationId, {
        type: body.terminationType,
        reasonIds: body.reasonIds,
        note: body.note,
      }).then(() => true),
    refused: () => refreshSoon(applicationId),
    logged: ({ row }) => ({ at: row.endedAt }),
    confirm: (sent) =>
      readBack(applicationId, actor, (now) => sent === true || now.outcome === 'ended'),
  });
}

async function hasReasons(db: Executor, type: number): Promise<boolean> {
  const rows = await db
    .select({ id: terminationReasons.id })
    .from(terminationReasons)
    .where(and(eq(terminationReasons.type, type), eq(terminationReasons.active, 1)))
    .limit(1);
  return rows.length > 0;
}
