import { DAY, dayOf, HOUR, MINUTE } from './calendar';
import { type Case, type Draft, type Stay, staysOf, touch } from './draft';
import { openIdOf } from './people';
import { SEAT } from './people-data';
import type { Random } from './random';
import { teamOf } from './teams';
import { FEEDBACK_TEXT } from './text-data';
import type { DimensionScore, Interview, InterviewRecord } from './types';

/** What is up with the interview of somebody who is in an interview stage now. */
type State = 'ahead' | 'held' | 'overdue' | 'cancelled' | 'no_show' | 'none';

/** Dealt in turn, so that a small world has one of each too. */
const STATES: readonly State[] = [
  'ahead',
  'held',
  'overdue',
  'ahead',
  'none',
  'held',
  'ahead',
  'cancelled',
  'held',
  'none',
  'ahead',
  'overdue',
  'none',
  'held',
  'no_show',
  'ahead',
];
/** Days ahead, dealt in turn: today, tomorrow, this week and the next. */
const AHEAD_DAYS = [0, 1, 0, 2, 1, 3, 0, 4, 5, 1, 8];

const SLOT = 30 * MINUTE;
const LONGEST = 3 * SLOT;

type Turn = { open: number; ahead: number; personaMet: boolean };

/** Interviews of the stays in stages of type 4, with each interviewer's record. */
export function addInterviews(random: Random, draft: Draft, cases: Case[]): void {
  const turn: Turn = { open: 0, ahead: 0, personaMet: false };
  for (const item of cases) {
    const stays = staysOf(item).filter(({ spec }) => spec.type === 4);
    for (const [at, stay] of stays.entries()) {
      const booking = { random, draft, item, stay, round: at + 1, turn };
      if (stay.verdict === 'open') addPresent(booking);
      else addPast(booking);
    }
  }
}

type Booking = {
  random: Random;
  draft: Draft;
  item: Case;
  stay: Stay;
  round: number;
  turn: Turn;
};

function addPresent(booking: Booking): void {
  const { random, draft, stay, turn } = booking;
  const { epoch } = draft.world;
  const state = STATES[turn.open++ % STATES.length] ?? 'held';
  if (state === 'none' && (turn.personaMet || !meetsPersona(booking))) return;
  if (state === 'ahead' || state === 'none' || epoch - stay.enter < 30 * HOUR) {
    const days = AHEAD_DAYS[turn.ahead++ % AHEAD_DAYS.length] ?? 1;
    const begin = dayOf(epoch) + days * DAY + random.int(20, 36) * SLOT;
    arrange(booking, Math.max(begin, nextSlot(stay.enter)), 'ahead');
  } else {
    const begin = slotBetween(random, draft, stay.enter, epoch - 26 * HOUR);
    arrange(booking, begin ?? nextSlot(stay.enter), state);
  }
}

function addPast(booking: Booking): void {
  const { random, draft, stay } = booking;
  const quit = stay.verdict === 'quit';
  const exit = stay.exit ?? draft.world.epoch;
  const begin = slotBetween(random, draft, stay.enter, exit - LONGEST - 10 * MINUTE);
  // Clicked through, or ended before anybody met.
  if (begin === null || (quit && random.chance(0.45))) return;
  const earlier = random.chance(0.06) ? slotBetween(random, draft, stay.enter, begin) : null;
  if (earlier !== null) arrange(booking, earlier, 'cancelled');
  arrange(booking, begin, quit && random.chance(0.3) ? 'no_show' : 'held');
}

const nextSlot = (instant: number) => Math.ceil((instant + 5 * MINUTE) / SLOT) * SLOT;

/** A half hour on the clock within working time, or null when there is no room for one. */
function slotBetween(random: Random, draft: Draft, from: number, to: number): number | null {
  const { calendar } = draft;
  const low = calendar.positionOf(from);
  const high = calendar.positionOf(to);
  if (high <= low) return null;
  const slot = nextSlot(calendar.instantOf(random.between(low + (high - low) * 0.25, high)));
  return slot > from && slot <= to ? slot : null;
}

function arrange(booking: Booking, begin: number, state: State): void {
  const { random, draft, item, stay, round } = booking;
  const { world, ids } = draft;
  const { application, journey } = item;
  const end = begin + (stay.spec.panel === 'hr' ? SLOT : random.pick([2, 2, 2, 3]) * SLOT);
  const lead = Math.floor(random.between(0.05, 0.5) * Math.max(begin - stay.enter, 0));
  const createdAt = Math.min(stay.enter + lead, world.epoch);
  const interview: Interview = {
    id: ids.next('interview'),
    applicationId: application.id,
    stageId: stay.stageId,
    round,
    begin,
    end,
    interviewType: random.pick([1, 3, 3, 2]),
    creatorId: journey.plan.job.recruiterId,
    createdAt,
    modifiedAt: createdAt,
    cancelled: state === 'cancelled',
    records: [],
  };
  for (const [at, interviewerId] of interviewersFor(booking).entries()) {
    const record: InterviewRecord = {
      id: ids.next('interviewRecord'),
      interviewerId,
      submitted: false,
      conclusion: begin > world.epoch || interview.cancelled ? 3 : 4,
      content: '',
      submittedAt: null,
      dimensions: [],
    };
    const owes = state === 'overdue' && (at === 0 || random.chance(0.4));
    if (state === 'held' || state === 'no_show' || (state === 'overdue' && !owes)) {
      submit(random, draft, record, stay, end, state === 'no_show');
      interview.modifiedAt = Math.max(interview.modifiedAt, record.submittedAt ?? 0);
    }
    interview.records.push(record);
  }
  touch(application, interview.modifiedAt);
  world.interviews.set(interview.id, interview);
}

function interviewersFor(booking: Booking): string[] {
  const { random, draft, item, stay, turn } = booking;
  // In the smallest world too there is somebody for the interviewer persona to meet.
  const persona = !turn.personaMet || draft.world.interviews.size % 4 === 0;
  if (persona && stay.verdict === 'open' && meetsPersona(booking)) {
    turn.personaMet = true;
    return [openIdOf(SEAT.interviewer)];
  }
  return panel(random, item.journey.plan, stay);
}

function meetsPersona({ item, stay }: Booking): boolean {
  return item.journey.plan.spec.department === 'backend' && stay.spec.panel !== 'hr';
}

function panel(random: Random, plan: Case['journey']['plan'], stay: Stay): string[] {
  const team = teamOf(plan);
  if (stay.spec.panel === 'hr') return [team.recruiter];
  if (stay.spec.panel === 'group') return random.sample(team.interviewers, 3);
  const colleagues = random.sample(team.interviewers, random.chance(0.22) ? 2 : 1);
  return stay.spec.panel === 'lead'
    ? [random.pick(team.managers), ...colleagues.slice(0, 1)]
    : colleagues;
}

function submit(
  random: Random,
  draft: Draft,
  record: InterviewRecord,
  stay: Stay,
  end: number,
  noShow: boolean,
): void {
  const limit = stay.exit ?? draft.world.epoch;
  const wait = Math.max(Math.min(random.logNormal(3.5, 1.2) * HOUR, limit - end - MINUTE), MINUTE);
  record.submitted = true;
  record.submittedAt = Math.floor(end + wait);
  if (noShow) {
    record.conclusion = 5;
    record.content = random.pick(FEEDBACK_TEXT.noShow);
    return;
  }
  const likely = { pass: 0.93, fail: 0.14, back: 0.5, quit: 0.75, open: 0.68 }[stay.verdict];
  const passed = random.chance(likely);
  record.conclusion = random.chance(0.07) ? 6 : passed ? 1 : 2;
  const kind = record.conclusion === 6 ? 'undecided' : passed ? 'pass' : 'fail';
  record.content = random.pick(FEEDBACK_TEXT[kind]);
  record.dimensions = scores(random, draft, record.interviewerId, kind);
}

function scores(
  random: Random,
  draft: Draft,
  interviewerId: string,
  kind: 'undecided' | 'pass' | 'fail',
): DimensionScore[] {
  // Some are mild, some are strict, always the same way.
  const leniency = ((Number.parseInt(interviewerId.slice(-4), 16) * 37) % 11) / 11 - 0.5;
  const mean = { pass: 4, undecided: 3.2, fail: 2.4 }[kind] + leniency;
  return draft.world.form.dimensions.map(({ id }) => ({
    dimensionId: id,
    score: Math.min(Math.max(Math.round(mean + 0.7 * random.normal()), 1), 5),
    comment: random.chance(0.2) ? random.pick(FEEDBACK_TEXT[kind]) : '',
  }));
}
