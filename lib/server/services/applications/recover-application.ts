import 'server-only';
import { AppError } from '@/lib/domain/app-error';
import type { ApplicationWriteDto, RecoverApplicationInput } from '@/lib/domain/applications';
import type { Actor } from '@/lib/server/db/actor';
import { recoverApplication as recover } from '@/lib/server/feishu/resources/applications';
import { runtime } from '@/lib/server/runtime';
import { ACTIONS, type RequestFacts } from '@/lib/server/services/audit';
import { writeOnce } from '@/lib/server/services/writes/write-once';
import { refreshSoon } from './background-refresh';
import { readBack } from './read-back';
import { writableApplication } from './writable-application';

/**
 * Takes an ended application up again, in the stage it was ended in.
 * @throws AppError as `moveApplication` does; CONFLICT when it has not ended
 */
export async function recoverApplication(
  actor: Actor,
  applicationId: string,
  { requestId }: RecoverApplicationInput,
  facts: Pick<RequestFacts, 'ip'>,
): Promise<ApplicationWriteDto> {
  const { db, feishu } = runtime();
  const known = await writableApplication(db, actor, applicationId);
  return writeOnce(db, {
    requestId,
    body: {},
    endpoint: 'recover',
    audit: {
      ...facts,
      requestId,
      actorOpenId: actor.openId,
      action: ACTIONS.recoverApplication,
      entity: 'application',
      entityId: applicationId,
    },
    check() {
      if (known.outcome !== 'ended') {
        throw new AppError('CONFLICT', 'It has not ended', { reason: 'not_ended' });
      }
    },
    send: () => recover(feishu('person'), applicationId).then(() => true),
    refused: () => refreshSoon(applicationId),
    confirm: (sent) =>
      readBack(applicationId, actor, (now) => sent === true || now.outcome !== 'ended'),
  });
}
