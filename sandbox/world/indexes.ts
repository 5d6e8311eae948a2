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
  interviewsByApplication: Map<string, Interview[]>;
  interviewByRecord: Map<string, Interview>;
  testsByApplication: Map<string, Test[]>;
  offerByApplication: Map<string, Offer>;
  employeeByApplication: Map<string, Employee>;
  notesByTalent: Map<string, Note[]>;
  attachmentsByTalent: Map<string, Attachment[]>;
};
