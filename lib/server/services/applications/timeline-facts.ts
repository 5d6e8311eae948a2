import 'server-only';
import type { LocalizedText } from '@/lib/domain/common';
import type { OwnAct, TimelineFacts } from '@/lib/domain/timeline';
import { ACTIONS } from '@/lib/server/services/audit';
import type { People } from '@/lib/server/services/people';
import type { Blocks, Subject } from './read-blocks';
import type { StageName } from './record-dto';

const KIND_OF_ACTION: Record<string, OwnAct['kind']> = {
  [ACTIONS.moveApplication]: 'move',
  [ACTIONS.terminateApplication]: 'end',
  [ACTIONS.recoverApplication]: 'recover',
};

/** What the tables say of one application, as the pure time line reads it. */
export function timelineFacts(
  { application }: Subject,
  blocks: Blocks,
  people: People,
  stageName: StageName,
): TimelineFacts {
  return {
    createdAt: ms(application.createdAt),
    creator: people.refOrNull(application.creatorId),
    source: null,
    visits: blocks.visits.map((visit) => ({
      stageId: visit.stageId,
      name: stageName(visit.stageId) ?? { zh: '', en: '' },
      enteredAt: ms(visit.enteredAt),
    })),
    evaluations: blocks.evaluations.map((evaluation) => ({
      evaluator: people.ref(evaluation.evaluatorId),
      stageName: stageName(evaluation.stageId),
      createdAt: evaluation.createdAt.getTime(),
      submittedAt: evaluation.submitted ? evaluation.updatedAt.getTime() : null,
    })),
    tests: blocks.tests.map((test) => ({
      paper: test.paper,
      arrangedAt: ms(test.createdAt),
      completedAt: ms(test.completedAt),
    })),
    interviews: blocks.rounds.map((round) => ({
      stageName: stageName(round.stageId),
      beginAt: round.beginAt.getTime(),
      cancelled: round.cancelled,
      records: round.records.map((record) => ({
        interviewer: people.ref(record.interviewerId),
        submittedAt: record.submitted ? ms(record.submittedAt) : null,
      })),
    })),
    offer: blocks.offer && {
      owner: people.refOrNull(blocks.offer.ownerId),
      createdAt: ms(blocks.offer.createdAt),
      sentAt: ms(blocks.offer.sentAt),
    },
    joinedAt: ms(blocks.employee?.onboardAt ?? application.hiredAt),
    endedAt: application.outcome === 'ended' ? ms(application.endedAt) : null,
    endReasons: blocks.reasons
      .filter((reason) => application.terminationReasonIds.includes(reason.id))
      .map((reason): LocalizedText => ({ zh: reason.nameZh, en: reason.nameEn })),
    notes: blocks.notes.map((note) => ({
      author: people.refOrNull(note.creatorId),
      content: note.content,
      createdAt: note.createdAt.getTime(),
    })),
    acts: blocks.acts.flatMap((act): OwnAct[] => {
      const kind = KIND_OF_ACTION[act.action];
      if (!kind) return [];
      const { toStageId, at } = act.detail;
      return [
        {
          kind,
          // Feishu's own time of the act, where it gave one: its clock is not ours.
          at: typeof at === 'string' ? Date.parse(at) : act.at.getTime(),
          actor: people.ref(act.actorOpenId),
          stageId: kind === 'move' && typeof toStageId === 'string' ? toStageId : null,
        },
      ];
    }),
  };
}

const ms = (at: Date | null | undefined): number | null => at?.getTime() ?? null;
