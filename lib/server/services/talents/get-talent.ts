import 'server-only';
import { DIMENSION_MAX, type ScoredRecord, scoresByDimension } from '@/lib/domain/talent-scores';
import { TalentDto } from '@/lib/domain/talents';
import type { Actor } from '@/lib/server/db/actor';
import { refreshNotesWhenStale } from '@/lib/server/services/applications/background-refresh';
import { toOtherApplication } from '@/lib/server/services/applications/other-application';
import { owesFeedbackOn } from '@/lib/server/services/applications/owed-feedback';
import {
  type Round,
  readNotes,
  readOtherApplications,
  readRounds,
} from '@/lib/server/services/applications/read-blocks';
import { iso, toNote } from '@/lib/server/services/applications/record-dto';
import { localized } from '@/lib/server/services/names';
import { type People, readPeople } from '@/lib/server/services/people';
import { readContext } from '@/lib/server/services/read-context';
import { getSyncNote } from '@/lib/server/services/sync/get-sync-note';
import { mayReveal, readTalent } from './read-talent';

const GENDER: Record<number, 'male' | 'female' | 'other'> = { 1: 'male', 2: 'female', 3: 'other' };
/** CONTRACT section 4, lock_status: locked by an application of another job. */
const LOCKED_ELSEWHERE = 2;

/**
 * A talent as the person may know them: all applications as lines, links to those in scope, scores
 * and notes of those in scope, contact masked. Notes older than a minute are asked for again behind
 * their back.
 * @throws AppError NOT_FOUND, also where the talent exists outside the scope
 */
export async function getTalent(actor: Actor, talentId: string): Promise<TalentDto> {
  const { db, now } = readContext();
  const talent = await readTalent(db, actor.scope, talentId);
  refreshNotesWhenStale(talentId, talent.notesAt, now);
  const [applications, notes, reveal, sync] = await Promise.all([
    readOtherApplications(db, actor, talentId, null),
    readNotes(db, actor, talentId),
    mayReveal(db, actor.scope, talentId),
    getSyncNote(),
  ]);
  const visible = applications.filter((application) => application.visible);
  const rounds = await readRounds(
    db,
    visible.map(({ id }) => id),
  );
  const people = await readPeople(db, [
    ...applications.map(({ recruiterId }) => recruiterId),
    ...notes.map(({ creatorId }) => creatorId),
    ...rounds.flatMap(({ records }) => records.map(({ interviewerId }) => interviewerId)),
  ]);
  return TalentDto.parse({
    id: talent.id,
    name: talent.name,
    gender: talent.gender === null ? null : (GENDER[talent.gender] ?? null),
    age: talent.age,
    experienceYears: talent.experienceYears,
    topDegree: talent.topDegree,
    city: localized(talent.cityZh, talent.cityEn),
    contact: { phone: talent.phoneMasked, email: talent.emailMasked, mayReveal: reveal },
    badges: {
      lockedElsewhere: visible.some(({ lock }) => lock === LOCKED_ELSEWHERE),
      inAgencyPeriod: talent.inAgencyPeriod,
      onboarded: talent.onboarded,
    },
    educations: talent.educations,
    careers: talent.careers,
    projects: talent.projects,
    applications: applications.map((application) => toOtherApplication(application, people)),
    scores: toScores(rounds, actor, people),
    notes: notes.map((note) => toNote(note, people)),
    notesAsOf: iso(talent.notesAt),
    resumeAttachmentIds: talent.attachmentIds,
    updatedAt: iso(talent.updatedAt),
    sync,
  } satisfies TalentDto);
}

/** Where the person still owes feedback on an application, only their own of it counts. */
function toScores(rounds: Round[], actor: Actor, people: People): TalentDto['scores'] {
  const shown: ScoredRecord[] = [];
  let hidden = 0;
  for (const round of rounds) {
    if (round.cancelled) continue;
    const siblings = rounds.filter((each) => each.applicationId === round.applicationId);
    const owes = owesFeedbackOn(siblings, actor.openId);
    for (const record of round.records) {
      if (!record.submitted) continue;
      if (owes && record.interviewerId !== actor.openId) {
        hidden += 1;
        continue;
      }
      shown.push({
        interviewer: people.ref(record.interviewerId).name,
        round: round.round,
        dimensions: record.dimensions.map(({ id, zh, en, score }) => ({
          id,
          name: { zh, en },
          score,
        })),
      });
    }
  }
  return { dimensions: scoresByDimension(shown), of: DIMENSION_MAX, hidden };
}
