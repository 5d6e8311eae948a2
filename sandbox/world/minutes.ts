import { CLOSING, type Line, OPENING, SUBJECTS, TOPICS } from './minutes-data';
import { spread, spreadOver } from './spread';
import type { Interview, Person, Talent, World } from './types';

/** Who spoke: an interviewer by open_id, or the candidate. `at` is epoch ms. */
export type Sentence = { at: number; content: string; speakerId: string | null };

const VIDEO = 3;
/** One in so many video interviews was recorded. */
const RECORDED = 3;
const FEWEST_TOPICS = 4;

/**
 * What was said in an interview, nothing when it was not recorded: only some of those by video are,
 * and only when the candidate came. It follows from the records and is the same whenever asked for.
 */
export function transcriptOf(world: World, interview: Interview): Sentence[] {
  const { id, records } = interview;
  const came = records.some((r) => r.submitted && r.conclusion !== 5);
  const isRecorded =
    interview.interviewType === VIDEO &&
    !interview.cancelled &&
    spread(id, 'minutes', RECORDED) === 0;
  const application = world.applications.get(interview.applicationId);
  const talent = application ? world.talents.get(application.talentId) : undefined;
  if (!isRecorded || !came || !talent) return [];
  const lines = linesOf(id);
  const panel = records.map((record) => record.interviewerId);
  const step = (interview.end - interview.begin) / (lines.length + 1);
  let asker = 0;
  return lines.map(([speaker, text], at) => {
    const previous = lines[at - 1]?.[0];
    // The panel takes turns, one question each.
    if (speaker === 'asks' && previous === 'answers') asker += 1;
    const speakerId = panel[asker % panel.length] ?? null;
    return {
      at: Math.floor(interview.begin + (at + 0.5) * step),
      content: fill(text, world.people, speakerId, talent, interview),
      speakerId: speaker === 'asks' ? speakerId : null,
    };
  });
}

function linesOf(id: string): Line[] {
  const count = FEWEST_TOPICS + spread(id, 'topics', TOPICS.length - FEWEST_TOPICS + 1);
  const ranked = TOPICS.map((lines, at) => ({ lines, rank: spread(id, `topic-${at}`, 1_000_000) }));
  const chosen = ranked.toSorted((a, b) => a.rank - b.rank).slice(0, count);
  return [...OPENING, ...chosen.flatMap(({ lines }) => lines), ...CLOSING];
}

function fill(
  text: string,
  people: readonly Person[],
  interviewerId: string | null,
  talent: Talent,
  interview: Interview,
): string {
  const [career] = talent.careers;
  const [education] = talent.educations;
  const background = career
    ? `目前在${career.company}担任${career.title}`
    : education
      ? `毕业于${education.school}${education.major}专业`
      : '做过一些相关的项目';
  const values: Record<string, string> = {
    interviewer: people.find((person) => person.openId === interviewerId)?.name ?? '面试官',
    candidate: talent.name,
    background,
    length: String(Math.round((interview.end - interview.begin) / 60_000)),
    topic: spreadOver(interview.id, 'subject', SUBJECTS) ?? '',
  };
  return text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
}
