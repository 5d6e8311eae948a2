import { describe, expect, it } from 'vitest';
import { deriveFacts, type FactSource } from './derive-facts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CREATED = 1_000 * DAY;
const NOW = CREATED + 30 * DAY;

const visit = (stageId: string, step: number, day: number | null, accidental = false) => ({
  stageId,
  step,
  enteredAt: day === null ? null : CREATED + day * DAY,
  accidental,
});

const source = (part: Partial<FactSource> = {}): FactSource => ({
  active: true,
  stageId: 'screen',
  step: 1,
  createdAt: CREATED,
  modifiedAt: CREATED + 20 * DAY,
  recruiterId: 'ou_recruiter',
  outcome: 'active',
  endedAt: null,
  endedPrecision: null,
  visits: [visit('screen', 1, 0)],
  evaluations: [],
  interviews: [],
  tests: [],
  offer: null,
  onboardedAt: null,
  ...part,
});
const facts = (part: Partial<FactSource> = {}, now = NOW) => deriveFacts(source(part), now);

const interview = (begin: number, more: Partial<FactSource['interviews'][number]> = {}) => ({
  stageId: 'interview',
  begin,
  end: begin + HOUR,
  cancelled: false,
  records: [{ interviewerOpenId: 'ou_i', submitted: false, submittedAt: null }],
  ...more,
});
const inInterview = (part: Partial<FactSource> = {}) => ({
  stageId: 'interview',
  step: 4,
  visits: [visit('screen', 1, 0), visit('interview', 4, 10)],
  ...part,
});
const offer = (part: Partial<NonNullable<FactSource['offer']>> = {}) => ({
  status: 6,
  createdAt: CREATED + 15 * DAY,
  sentAt: CREATED + 16 * DAY,
  decidedAt: null,
  expiresAt: NOW + 3 * DAY,
  onboardAt: null,
  ...part,
});

describe('how far it got', () => {
  it.each<[string, Partial<FactSource>, number]>([
    ['the present stage', {}, 1],
    [
      'a later stage it was moved back from',
      { visits: [visit('o', 5, 1), visit('screen', 1, 2)] },
      5,
    ],
    [
      'not a stage it was in by accident',
      { visits: [visit('screen', 1, 0), visit('o', 5, 1, true), visit('screen', 1, 2)] },
      1,
    ],
    ['the present stage where no visit is known', { step: 4, visits: [] }, 4],
  ])('is %s', (_, part, furthest) => {
    expect(facts(part).furthestStep).toBe(furthest);
  });
});

describe('since when it is there', () => {
  it.each<[string, Partial<FactSource>, number | null]>([
    [
      'the last visit of the present stage',
      { visits: [visit('screen', 1, 0), visit('a', 2, 1), visit('screen', 1, 3)] },
      CREATED + 3 * DAY,
    ],
    ['the creation where nothing says more', { visits: [] }, CREATED],
    [
      'unknown when a later stage lost its time',
      inInterview({ visits: [visit('screen', 1, 0), visit('interview', 4, null)] }),
      null,
    ],
  ])('is %s', (_, part, at) => {
    expect(facts(part).stageEnteredAt).toBe(at);
  });
});

describe('when it ended', () => {
  it('is exact when it was seen active before', () => {
    expect(facts({ active: false })).toMatchObject({
      outcome: 'ended',
      endedAt: CREATED + 20 * DAY,
      endedPrecision: 'exact',
      turnParty: null,
      nextEventKind: null,
    });
  });

  it('is at the latest its last change when it had ended before it was first seen', () => {
    expect(facts({ active: false, outcome: 'ended' })).toMatchObject({
      endedAt: CREATED + 20 * DAY,
      endedPrecision: 'latest',
    });
  });

  it('does not move with later changes', () => {
    const known = { endedAt: CREATED + 9 * DAY, endedPrecision: 'exact' as const };
    expect(facts({ active: false, outcome: 'ended', ...known })).toMatchObject(known);
  });

  it('is forgotten when it is taken up again', () => {
    const ended = { endedAt: CREATED, endedPrecision: 'latest' as const };
    expect(facts({ outcome: 'ended', ...ended })).toMatchObject({
      outcome: 'active',
      endedAt: null,
      endedPrecision: null,
    });
  });
});

describe('being hired', () => {
  const joined = {
    stageId: 'joined',
    step: 7,
    visits: [visit('screen', 1, 0), visit('joined', 7, 25)],
  };

  it('counts from entering the joined stage, and is nobody’s turn', () => {
    expect(facts(joined)).toMatchObject({
      outcome: 'hired',
      hiredAt: CREATED + 25 * DAY,
      endedAt: null,
      turnParty: null,
    });
  });

  it('counts from the onboarding record where the stage has no time', () => {
    const onboardedAt = CREATED + 26 * DAY;
    expect(facts({ ...joined, visits: [visit('joined', 7, null)], onboardedAt }).hiredAt).toBe(
      onboardedAt,
    );
  });

  it('is over when the application has ended all the same', () => {
    expect(facts({ ...joined, active: false })).toMatchObject({ outcome: 'ended', hiredAt: null });
  });
});

describe('whose turn it is', () => {
  it('leaves out feedback of an earlier stay in the same stage', () => {
    const again = inInterview({
      visits: [visit('interview', 4, 1), visit('screen', 1, 8), visit('interview', 4, 10)],
      interviews: [interview(CREATED + 2 * DAY)],
    });
    expect(facts(again).turnParty).toBe('recruiter');
  });

  it('leaves out interviews of other stages', () => {
    const other = inInterview({ interviews: [interview(NOW - DAY, { stageId: 'other' })] });
    expect(facts(other).turnParty).toBe('recruiter');
  });

  it('counts an interview whose stage is not known', () => {
    const unknown = inInterview({ interviews: [interview(NOW - DAY, { stageId: null })] });
    expect(facts(unknown).turnParty).toBe('interviewer');
  });

  it('is not said where nobody knows since when', () => {
    const unknown = inInterview({ visits: [visit('screen', 1, 0), visit('interview', 4, null)] });
    expect(facts(unknown).turnParty).toBeNull();
  });
});

describe('what comes next', () => {
  it('is the first interview that is not over, with who sits in it', () => {
    const part = inInterview({
      interviews: [interview(NOW + 2 * DAY), interview(NOW + DAY), interview(NOW - DAY)],
    });
    expect(facts(part)).toMatchObject({
      nextEventKind: 'interview',
      nextEventAt: NOW + DAY,
      nextEventPeople: ['ou_i'],
    });
  });

  it('is still the interview that is going on', () => {
    const part = inInterview({ interviews: [interview(NOW - HOUR / 2)] });
    expect(facts(part).nextEventAt).toBe(NOW - HOUR / 2);
    expect(facts(part, NOW + HOUR).nextEventKind).toBeNull();
  });

  it('is not a cancelled interview', () => {
    const part = inInterview({ interviews: [interview(NOW + DAY, { cancelled: true })] });
    expect(facts(part).nextEventKind).toBeNull();
  });

  it('is the day a sent offer expires, until then', () => {
    const part = { stageId: 'offer', step: 5, visits: [visit('offer', 5, 14)], offer: offer() };
    expect(facts(part)).toMatchObject({
      nextEventKind: 'offer_expiry',
      nextEventAt: NOW + 3 * DAY,
      turnParty: 'candidate',
      turnSince: CREATED + 16 * DAY,
    });
    expect(facts({ ...part, offer: offer({ status: 4 }) }).nextEventKind).toBeNull();
    expect(facts(part, NOW + 4 * DAY).nextEventKind).toBeNull();
  });

  it('is the first day, and the whole of that day', () => {
    const onboardAt = NOW - HOUR;
    const part = {
      stageId: 'join',
      step: 6,
      visits: [visit('join', 6, 20)],
      offer: offer({ status: 7, onboardAt }),
    };
    expect(facts(part)).toMatchObject({ nextEventKind: 'onboarding', nextEventAt: onboardAt });
    expect(facts(part, onboardAt + DAY).nextEventKind).toBeNull();
  });
});
