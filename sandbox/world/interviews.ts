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

/** Interviews of the stays in stages of type 4, with each interviewer's record. */
export function addInterviews(random: Random, draft: Draft, cases: Case[]): void {
  let open = 0;
  let ahead = 0;
  for (const item of cases) {
    let round = 0;
    for (const stay of staysOf(item)) {
      if (stay.spec.type !== 4) continue;
      round++;
      if (stay.verdict !== 'open') {
        addPast(random, draft, item, stay, round);
        continue;
      }
      const state = STATES[open++ % STATES.length] ?? 'held';
      const age = draft.world.epoch - stay.enter;
      if (state === 'none') continue;
      if (state === 'ahead' || age < 30 * HOUR) {
        const days = AHEAD_DAYS[ahead++ % AHEAD_DAYS.length] ?? 1;
        const begin = dayOf(draft.world.epoch) + days * DAY + random.int(20, 36) * SLOT;
        arrange(random, draft, item, stay, round, Math.max(begin, stay.enter + SLOT), 'ahead');
        continue;
      }
      const span = age - 26 * HOUR;
      const begin = slotBetween(random, draft, stay.enter, stay.enter + span) ?? stay.enter + HOUR;
      arrange(random, draft, item, stay, round, begin, state);
    }
  }
}

function addPast(random: Random, draft: Draft, item: Case, stay: Stay, round: number): void {
  const exit = stay.exit ?? draft.world.epoch;
  const quit = stay.verdict === 'quit';
  const begin = slotBetween(random, draft, stay.enter, exit - 80 * MINUTE);
  // Clicked through, or ended before anybody met.
  if (begin === null || (quit && random.chance(0.45))) return;
  if (random.chance(0.06)) {
    const earlier = slotBetween(random, draft, stay.enter, begin);
    if (earlier) arrange(random, draft, item, stay, round, earlier, 'cancelled');
  }
  const state = quit && random.chance(0.3) ? 'no_show' : 'held';
  arrange(random, draft, item, stay, round, begin, state);
}

/** A half hour on the clock within working time, or null when there is no room for one. */
function slotBetween(random: Random, draft: Draft, from: number, to: number): number | null {
  const { calendar } = draft;
  const low = calendar.positionOf(from);
  const high = calendar.positionOf(to);
  if (high <= low) return null;
  const slot =
    Math.ceil(calendar.instantOf(random.between(low + (high - low) * 0.25, high)) / SLOT) * SLOT;
  return slot > from && slot <= to ? slot : null;
}

function arrange(
  random: Random,
  draft: Draft,
  { application, journey }: Case,
  stay: Stay,
  round: number,
  begin: number,
  state: State,
): void {
  const { world, ids } = draft;
  const end = begin + (stay.spec.panel === 'hr' ? 1 : random.pick([2, 2, 2, 3])) * SLOT;
  const createdAt = Math.min(
    stay.enter + Math.floor(random.between(0.05, 0.5) * Math.max(begin - stay.enter, 0)),
    world.epoch,
  );
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
  const interviewers = panel(random, journey.plan, stay);
  const backend = journey.plan.spec.department === 'backend' && stay.spec.panel !== 'hr';
  // In the smallest world too there is somebody for the interviewer persona to meet.
  if (backend && stay.verdict === 'open' && world.interviews.size % 3 === 0) {
    interviewers.splice(0, interviewers.length, openIdOf(SEAT.interviewer));
  }
  const limit = stay.exit ?? world.epoch;
  for (const [at, interviewerId] of interviewers.entries()) {
    const owes = state === 'overdue' && (at === 0 || random.chance(0.4));
    const record: InterviewRecord = {
      id: ids.next('interviewRecord'),
      interviewerId,
      submitted: false,
      conclusion: begin > world.epoch || state === 'cancelled' ? 3 : 4,
      content: '',
      submittedAt: null,
      dimensions: [],
    };
    if (state === 'no_show' || (state !== 'ahead' && state !== 'cancelled' && !owes)) {
      submit(random, draft, record, stay, end, limit, state === 'no_show');
      touch(application, record.submittedAt ?? 0);
      interview.modifiedAt = Math.max(interview.modifiedAt, record.submittedAt ?? 0);
    }
    interview.records.push(record);
  }
  touch(application, createdAt);
  world.interviews.set(interview.id, interview);
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
  limit: number,
  noShow: boolean,
): void {
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
