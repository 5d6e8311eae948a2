import 'server-only';
import { AppError } from '@/lib/domain/app-error';
import type { ApplicationWriteDto, MoveApplicationInput } from '@/lib/domain/applications';
import type { Actor } from '@/lib/server/db/actor';
import { transferStage } from '@/lib/server/feishu/resources/applications';
import { runtime } from '@/lib/server/runtime';
import { ACTIONS, type RequestFacts } from '@/lib/server/services/audit';
import { writeOnce } from '@/lib/server/services/writes/write-once';
import { refreshSoon } from './background-refresh';
import { readBack } from './read-back';
import { writableApplication } from './writable-application';

/**
 * Moves an application to another stage: Feishu first, the mirror from what Feishu then says.
 * @throws AppError NOT_FOUND outside the scope, FORBIDDEN for who does not recruit for the job,
 *   CONFLICT when it is not (or no more) where the person saw it, UPSTREAM_REJECTED with Feishu's
 *   reason, UPSTREAM_UNAVAILABLE `not_done` or `uncertain`
 */
export async function moveApplication(
  actor: Actor,
  applicationId: string,
  input: MoveApplicationInput,
  facts: Pick<RequestFacts, 'ip'>,
): Promise<ApplicationWriteDto> {
  const { db, feishu } = runtime();
  const { requestId, toStageId, expectedStageId } = input;
  const known = await writableApplication(db, actor, applicationId);
  return writeOnce(db, {
    requestId,
    body: { toStageId, expectedStageId },
    endpoint: 'transfer_stage',
    audit: {
      ...facts,
      requestId,
      actorOpenId: actor.openId,
      action: ACTIONS.moveApplication,
      entity: 'application',
      entityId: applicationId,
      detail: { fromStageId: expectedStageId, toStageId },
    },
    check() {
      if (known.stageId !== expectedStageId || known.outcome === 'ended') {
        throw new AppError('CONFLICT', 'It is no longer in that stage', { reason: 'moved' });
      }
    },
    send: () => transferStage(feishu('person'), applicationId, toStageId).then(() => true),
    refused: () => refreshSoon(applicationId),
    logged: ({ row }) => ({ at: row.stageEnteredAt }),
    confirm: (sent) =>
      readBack(applicationId, actor, (now) => sent === true || now.stageId === toStageId),
  });
}
