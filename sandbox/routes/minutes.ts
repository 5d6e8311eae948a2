import type { Call, Handlers } from '@/sandbox/platform/call';
import { badParameter } from '@/sandbox/platform/errors';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { pageSizeOf } from '@/sandbox/platform/paging';
import { type Sentence, transcriptOf } from '@/sandbox/world/minutes';
import type { Interview } from '@/sandbox/world/types';
import { ms } from './wire';

const INTERVIEWER = 1;
const CANDIDATE = 2;

function sentenceShape(call: Call, interview: Interview, sentence: Sentence) {
  const person = sentence.speakerId ? call.index.people.get(sentence.speakerId) : undefined;
  const application = call.world.applications.get(interview.applicationId);
  const talent = application ? call.world.talents.get(application.talentId) : undefined;
  return {
    content: sentence.content,
    speak_time: ms(sentence.at),
    user_type: sentence.speakerId ? INTERVIEWER : CANDIDATE,
    speaker_name: person
      ? { zh_cn: person.name, en_us: person.enName }
      : { zh_cn: talent?.name ?? '', en_us: talent?.name ?? '' },
  };
}

export const minutesHandlers: Handlers = {
  /** The token is base64 of the id of the last sentence of the page before. */
  'hire.v1.minutes.get': (call) => {
    const interview = call.found(
      call.world.interviews.get(call.query.must('interview_id')),
      call.switches.absentInterviewDataCode,
    );
    const sentences = transcriptOf(call.world, interview);
    const idOf = (at: number) => digitsOf(`sentence:${interview.id}:${at}`);
    const token = call.query.text('page_token');
    const after = token === undefined ? null : Buffer.from(token, 'base64').toString('utf8');
    const last = after === null ? -1 : sentences.findIndex((_, at) => idOf(at) === after);
    if (after !== null && last < 0) throw badParameter(call.endpoint);
    const end = Math.min(last + 1 + pageSizeOf(call), sentences.length);
    const shown = sentences.slice(last + 1, end);
    return {
      minutes: { sentences: shown.map((one) => sentenceShape(call, interview, one)) },
      page_token:
        end < sentences.length ? Buffer.from(idOf(end - 1)).toString('base64') : undefined,
      has_more: end < sentences.length,
    };
  },
};
