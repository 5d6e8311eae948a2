import 'server-only';
import type { ApplicationDto } from '@/lib/domain/applications';
import { type FeishuTaskKind, feishuTasks } from '@/lib/domain/feishu-tasks';
import type { ApplicationRowDto } from '@/lib/domain/pipeline';
import { env } from '@/lib/server/base/env';
import { fillLink } from '@/lib/server/base/link-pattern';
import type { Actor } from '@/lib/server/db/actor';
import { recruitsFor } from '@/lib/server/db/scope';
import type { Blocks, Subject } from './read-blocks';

/** What the viewer does, or looks after, on Feishu's own pages, each with the way there if known. */
export function toFeishuTasks(
  actor: Actor,
  { application }: Subject,
  row: ApplicationRowDto,
  blocks: Blocks,
  now: Date,
): ApplicationDto['feishuTasks'] {
  const patterns = linkPatterns();
  const facts = {
    now: now.getTime(),
    active: row.outcome === 'active',
    step: row.step,
    stageId: row.stage.id,
    turn: row.turn && { party: row.turn.party, openId: row.turn.person?.openId ?? null },
    evaluations: blocks.evaluations.map(({ evaluatorId, submitted, stageId }) => ({
      evaluatorOpenId: evaluatorId,
      submitted,
      stageId,
    })),
    interviews: blocks.rounds.map(({ id, endAt, cancelled, records }) => ({
      id,
      end: endAt.getTime(),
      cancelled,
      records: records.map(({ interviewerId, submitted }) => ({
        interviewerOpenId: interviewerId,
        submitted,
      })),
    })),
  };
  const viewer = {
    openId: actor.openId,
    recruits: recruitsFor(actor.scope, application.jobId),
  };
  return feishuTasks(facts, viewer).map(({ kind, own, interviewId }) => {
    const pattern = patterns[kind];
    const { id: applicationId, talentId, jobId } = application;
    return {
      kind,
      own,
      href: pattern ? fillLink(pattern, { applicationId, talentId, jobId, interviewId }) : null,
    };
  });
}

function linkPatterns(): Record<FeishuTaskKind, string | undefined> {
  const { FEISHU_APPLICATION_LINK, FEISHU_EVALUATION_LINK, FEISHU_INTERVIEW_LINK } = env();
  return {
    evaluate: FEISHU_EVALUATION_LINK,
    feedback: FEISHU_INTERVIEW_LINK,
    schedule: FEISHU_APPLICATION_LINK,
  };
}
