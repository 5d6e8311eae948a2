import type { TimelineEventDto } from './applications';
import type { LocalizedText, PersonRef } from './common';

/** What was done from here, and by whom: the only moves whose actor is known. */
export type OwnAct = {
  kind: 'move' | 'end' | 'recover';
  at: number;
  actor: PersonRef;
  /** For a move: where to. */
  stageId: string | null;
};

/** Everything the mirror knows of one application that has a time; epoch ms throughout. */
export type TimelineFacts = {
  createdAt: number | null;
  creator: PersonRef | null;
  source: LocalizedText | null;
  visits: { stageId: string; name: LocalizedText; enteredAt: number | null }[];
  evaluations: {
    evaluator: PersonRef;
    stageName: LocalizedText | null;
    createdAt: number;
    submittedAt: number | null;
  }[];
  tests: { paper: string; arrangedAt: number | null; completedAt: number | null }[];
  interviews: {
    stageName: LocalizedText | null;
    beginAt: number;
    cancelled: boolean;
    records: { interviewer: PersonRef; submittedAt: number | null }[];
  }[];
  offer: { owner: PersonRef | null; createdAt: number | null; sentAt: number | null } | null;
  joinedAt: number | null;
  endedAt: number | null;
  endReasons: LocalizedText[];
  notes: { author: PersonRef | null; content: string; createdAt: number }[];
  acts: OwnAct[];
};

/** Two times of one act are this far apart at most. */
const SAME_ACT_MS = 2 * 60_000;

/**
 * One application's life, newest first. Who did it is named where that can be known (moves and
 * endings made here, evaluations, feedback, notes); elsewhere it happened "in Feishu".
 */
export function timelineOf(facts: TimelineFacts): TimelineEventDto[] {
  const events: (Omit<TimelineEventDto, 'at'> & { at: number })[] = [];
  const add = (
    kind: TimelineEventDto['kind'],
    at: number | null,
    actor: PersonRef | null,
    subject: LocalizedText | null,
  ) => {
    if (at !== null) events.push({ kind, at, actor, subject });
  };

  add('applied', facts.createdAt, facts.creator, facts.source);
  // The first stage is entered by applying; it is one event, not two.
  for (const visit of facts.visits.slice(1)) {
    const act = actNear(facts.acts, 'move', visit.enteredAt, visit.stageId);
    add('stage_entered', visit.enteredAt, act?.actor ?? null, visit.name);
  }
  for (const evaluation of facts.evaluations) {
    add('evaluation_asked', evaluation.createdAt, null, evaluation.evaluator.name);
    add('evaluation_done', evaluation.submittedAt, evaluation.evaluator, evaluation.stageName);
  }
  for (const test of facts.tests) {
    const paper = { zh: test.paper, en: test.paper };
    add('test_arranged', test.arrangedAt, null, paper);
    add('test_done', test.completedAt, null, paper);
  }
  for (const interview of facts.interviews.filter((each) => !each.cancelled)) {
    add('interview', interview.beginAt, null, interview.stageName);
    for (const record of interview.records) {
      add('feedback', record.submittedAt, record.interviewer, interview.stageName);
    }
  }
  add('offer_created', facts.offer?.createdAt ?? null, facts.offer?.owner ?? null, null);
  add('offer_sent', facts.offer?.sentAt ?? null, facts.offer?.owner ?? null, null);
  add('joined', facts.joinedAt, null, null);
  const ending = actNear(facts.acts, 'end', facts.endedAt, null);
  add('ended', facts.endedAt, ending?.actor ?? null, joined(facts.endReasons));
  for (const act of facts.acts) {
    if (act.kind === 'recover') add('recovered', act.at, act.actor, null);
  }
  for (const note of facts.notes) {
    add('note', note.createdAt, note.author, { zh: note.content, en: note.content });
  }

  return events
    .sort((a, b) => b.at - a.at)
    .map((event) => ({ ...event, at: new Date(event.at).toISOString() }));
}

function actNear(
  acts: readonly OwnAct[],
  kind: OwnAct['kind'],
  at: number | null,
  stageId: string | null,
): OwnAct | undefined {
  if (at === null) return undefined;
  return acts.find(
    (act) => act.kind === kind && act.stageId === stageId && Math.abs(act.at - at) <= SAME_ACT_MS,
  );
}

function joined(texts: readonly LocalizedText[]): LocalizedText | null {
  if (texts.length === 0) return null;
  return {
    zh: texts.map((text) => text.zh).join('、'),
    en: texts.map((text) => text.en).join(', '),
  };
}
