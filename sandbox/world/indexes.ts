import type { AgencyProtection } from './records/agencies';
import type { BackgroundCheck } from './records/background-checks';
import type { Agreement } from './records/onboarding';
import type {
  Application,
  Attachment,
  Department,
  Employee,
  Evaluation,
  Interview,
  Note,
  Offer,
  Person,
  Process,
  Stage,
  Test,
  World,
} from './types';

/**
 * Ways into a world that routes need beside its maps. Kept true by `applyChange`; lists are in the
 * order of creation and hold the world's own records.
 */
export type WorldIndex = {
  people: Map<string, Person>;
  departments: Map<string, Department>;
  processes: Map<string, Process>;
  stages: Map<string, { stage: Stage; process: Process; position: number }>;
  applicationsByJob: Map<string, Application[]>;
  applicationsByTalent: Map<string, Application[]>;
  evaluationsByApplication: Map<string, Evaluation[]>;
  evaluationsByEvaluator: Map<string, Evaluation[]>;
  interviewsByApplication: Map<string, Interview[]>;
  interviewByRecord: Map<string, Interview>;
  /** Cancelled ones too. */
  interviewsByInterviewer: Map<string, Interview[]>;
  testsByApplication: Map<string, Test[]>;
  /** The formal offer. */
  offerByApplication: Map<string, Offer>;
  internOfferByApplication: Map<string, Offer>;
  agreementByApplication: Map<string, Agreement>;
  checksByApplication: Map<string, BackgroundCheck[]>;
  /** Whom a talent works here as, for those an application bound. */
  employeeOfTalent: Map<string, string>;
  employeeByApplication: Map<string, Employee>;
  notesByTalent: Map<string, Note[]>;
  attachmentsByTalent: Map<string, Attachment[]>;
  protectionsByTalent: Map<string, AgencyProtection[]>;
};

export function buildIndex(world: World): WorldIndex {
  const index: WorldIndex = {
    people: new Map(world.people.map((person) => [person.openId, person])),
    departments: new Map(world.departments.map((department) => [department.id, department])),
    processes: new Map(world.processes.map((process) => [process.id, process])),
    stages: new Map(
      world.processes.flatMap((process) =>
        process.stages.map((stage, position) => [stage.id, { stage, process, position }]),
      ),
    ),
    applicationsByJob: grouped(world.applications, (application) => application.jobId),
    applicationsByTalent: grouped(world.applications, (application) => application.talentId),
    evaluationsByApplication: grouped(world.evaluations, (evaluation) => evaluation.applicationId),
    evaluationsByEvaluator: grouped(world.evaluations, (evaluation) => evaluation.evaluatorId),
    interviewsByApplication: grouped(world.interviews, (interview) => interview.applicationId),
    interviewByRecord: new Map(),
    interviewsByInterviewer: new Map(),
    testsByApplication: grouped(world.tests, (test) => test.applicationId),
    offerByApplication: new Map(),
    internOfferByApplication: byApplication(world.internOffers),
    agreementByApplication: byApplication(world.agreements),
    checksByApplication: grouped(world.backgroundChecks, (check) => check.applicationId),
    employeeOfTalent: new Map(),
    employeeByApplication: new Map(),
    notesByTalent: grouped(world.notes, (note) => note.talentId),
    attachmentsByTalent: grouped(world.attachments, (attachment) => attachment.talentId),
    protectionsByTalent: grouped(world.agencyProtections, (protection) => protection.talentId),
  };
  for (const interview of world.interviews.values()) {
    for (const record of interview.records) index.interviewByRecord.set(record.id, interview);
    for (const who of interviewersOf(interview)) {
      appendTo(index.interviewsByInterviewer, who, interview);
    }
  }
  for (const { talentId, employeeOpenId } of world.applications.values()) {
    if (employeeOpenId) index.employeeOfTalent.set(talentId, employeeOpenId);
  }
  for (const offer of world.offers.values()) {
    index.offerByApplication.set(offer.applicationId, offer);
  }
  for (const employee of world.employees.values()) {
    index.employeeByApplication.set(employee.applicationId, employee);
  }
  return index;
}

/** Each interviewer once. */
export const interviewersOf = (interview: Interview): Set<string> =>
  new Set(interview.records.map((record) => record.interviewerId));

function byApplication<T extends { applicationId: string }>(
  records: Map<string, T>,
): Map<string, T> {
  return new Map([...records.values()].map((record) => [record.applicationId, record]));
}

export function appendTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

export function removeFrom<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const rest = (lists.get(key) ?? []).filter((other) => other !== item);
  if (rest.length > 0) lists.set(key, rest);
  else lists.delete(key);
}

function grouped<T>(records: Map<string, T>, keyOf: (record: T) => string): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const record of records.values()) appendTo(lists, keyOf(record), record);
  return lists;
}
