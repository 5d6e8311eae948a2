import { DAY, HOUR, MINUTE } from './calendar';
import type { Draft } from './draft';
import { ADVICE, FORMS, type Question } from './questionnaire-data';
import type { Random } from './random';
import type { Answer, Questionnaire } from './records/interviewing';
import type { Interview } from './types';

/** Since then candidates are asked after every interview, before it once at the end. */
const CHANGED_DAYS_AGO = 200;
/** A large company asks a sample: so many questionnaires at most. */
const MOST = 4000;
/** Response rates of candidate surveys by mail lie between a quarter and a half. */
const ANSWERED = 0.38;

/** Questionnaires about interviews that took place. */
export function addQuestionnaires(random: Random, draft: Draft): void {
  const { world } = draft;
  const changedAt = world.epoch - CHANGED_DAYS_AGO * DAY;
  const held = [...world.interviews.values()].filter(tookPlace);
  const share = Math.min(0.6, MOST / Math.max(held.length, 1));
  const asked = new Set<string>();
  for (const interview of held) {
    if (!random.chance(share)) continue;
    const { applicationId } = interview;
    if (interview.begin >= changedAt) {
      keep(random, draft, { applicationId, interview, version: 2, at: interview.end + HOUR });
      continue;
    }
    const application = world.applications.get(applicationId);
    const endedAt = application?.terminatedAt ?? null;
    if (endedAt === null || endedAt >= changedAt || asked.has(applicationId)) continue;
    asked.add(applicationId);
    keep(random, draft, { applicationId, interview: null, version: 1, at: endedAt + HOUR });
  }
}

const tookPlace = ({ cancelled, records }: Interview) =>
  !cancelled && records.length > 0 && records.every((r) => r.submitted && r.conclusion !== 5);

function keep(
  random: Random,
  { world, ids }: Draft,
  about: { applicationId: string; interview: Interview | null; version: 1 | 2; at: number },
): void {
  const sentAt = Math.floor(about.at);
  const thought = Math.floor(Math.max(random.logNormal(11, 1.1) * HOUR, 4 * MINUTE));
  const answered = random.chance(ANSWERED) && sentAt + thought <= world.epoch;
  const answers = FORMS[about.version].map((question) => answer(random, question));
  if (sentAt > world.epoch) return;
  const questionnaire: Questionnaire = {
    id: ids.next('questionnaire'),
    applicationId: about.applicationId,
    interviewId: about.interview?.id ?? null,
    version: about.version,
    sentAt,
    answeredAt: answered ? sentAt + thought : null,
    answers: answered ? answers : [],
  };
  world.questionnaires.set(questionnaire.id, questionnaire);
}

function answer(random: Random, { type, options }: Question): Answer {
  if (type === 4)
    return random.weighted([5, 4, 3, 2, 1], (star) => [0, 2, 4, 10, 34, 50][star] ?? 0);
  if (type === 3) return random.pick(ADVICE);
  const positions = options.map((_, at) => at);
  if (type === 1) return random.weighted(positions, (at) => [6, 3, 1][at] ?? 1);
  return random.sample(positions, random.int(0, 3)).sort();
}
