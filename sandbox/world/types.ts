import type { Advertisement } from './records/advertisements';
import type { Interviewer, Questionnaire } from './records/interviewing';
import type { CustomValue, JobCatalogue } from './records/job-catalogue';
import type { JobConfig } from './records/job-configs';
import type { JobRequirement } from './records/job-requirements';

/**
 * The company behind the sandbox, as plain records. Times are epoch milliseconds (UTC); ids are
 * decimal strings of 19 digits, persons `ou_…`, departments `od-…`. `routes/` turns these records
 * into the shapes of the contract; nothing here knows HTTP.
 */

import type { Agency, AgencyProtection } from './records/agencies';
import type { BackgroundCheck } from './records/background-checks';
import type { OfferForm } from './records/offer-forms';
import type { Channel, OfferTerms } from './records/offer-terms';
import type { Agreement, EhrImportTask } from './records/onboarding';
import type {
  RegistrationForm,
  TalentFile,
  TalentFolder,
  TalentModule,
  TalentPool,
  TalentProfile,
  TalentTag,
  Upload,
} from './records/talents';
import type { Website } from './records/websites';

export type Text = { zh: string; en: string };

/** `stage.type` of CONTRACT section 4. */
export type StageType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 255;
/** 1 social, 2 campus. */
export type ProcessType = 1 | 2;

export type Department = { id: string; name: Text; parentId: string };

export type Person = {
  openId: string;
  unionId: string;
  userId: string;
  name: string;
  enName: string;
  departmentId: string;
  /** What the person does here, for the sign-in page and the tests; Feishu has no such field. */
  persona: 'admin' | 'recruiter' | 'manager' | 'interviewer' | 'none';
  /** Since when no longer of the company. */
  resignedAt?: number;
};

export type Stage = { id: string; name: Text; type: StageType };
export type Process = {
  id: string;
  name: Text;
  type: ProcessType;
  stages: Stage[];
  /** To-join is refused while no offer of the application is approved (statuses 4, 6, 7). */
  offerApprovalRequired: boolean;
  /** The tenant's 流程管控规则: moves refused on this process, whoever asks. Stage ids. */
  forbiddenMoves: { from: string; to: string }[];
};
export type City = { code: string; name: Text; stateCode: string; stateName: Text };
export type Location = { id: string; name: Text; cityCode: string; district: District };
/** 区. */
export type District = { code: string; name: Text };
export type ResumeSource = { id: string; name: Text; type: number; active: boolean };
export type TerminationReason = {
  id: string;
  name: Text;
  type: 1 | 22 | 27;
  active: boolean;
  usedAsEvaluation: boolean;
};
export type Role = { id: string; name: Text; description: Text; modifiedAt: number };
export type UserRole = { openId: string; roleId: string; modifiedAt: number };

export type Job = {
  id: string;
  code: string;
  title: string;
  /** 1 real, 2 virtual: stands for several real ones. */
  attribute: 1 | 2;
  description: string;
  requirement: string;
  departmentId: string;
  cityCodes: string[];
  processId: string;
  processType: ProcessType;
  /** `recruitment_type` id: 101 social full time, 201 campus, 202 campus intern, 301 social intern … */
  recruitmentTypeId: string;
  /** 职位序列; null where none is set. */
  categoryName: Text | null;
  typeId: string;
  functionId: string | null;
  subjectId: string | null;
  highlightIds: string[];
  majorIds: string[];
  locationIds: string[];
  customValues: CustomValue[];
  /** Empty where none is set, as the numbers below are 0. */
  minLevel: string;
  maxLevel: string;
  /** Thousands of CNY a month, as the API has it. */
  minSalary: number;
  maxSalary: number;
  experience: number;
  requiredDegree: number;
  headCount: number;
  open: boolean;
  createdAt: number;
  updatedAt: number;
  expiresAt: number | null;
  /** Null: the system, as for jobs that come through the API. */
  creatorId: string | null;
  recruiterId: string;
  assistantIds: string[];
  managerIds: string[];
  /** Another project locks its applications anew; until then the job cannot be edited. */
  lockTaskUntil: number | null;
};

export type Education = {
  id: string;
  school: string;
  major: string;
  /** CONTRACT section 4, talent degree. */
  degree: number;
  educationType: number;
  /** `YYYY-MM`. */
  start: string;
  end: string;
};
export type Career = {
  id: string;
  company: string;
  title: string;
  description: string;
  careerType: 1 | 2 | 3 | 4;
  start: string;
  /** `YYYY-MM`, or `-` while it lasts. */
  end: string;
};
export type Project = {
  id: string;
  name: string;
  role: string;
  description: string;
  start: string;
  end: string;
};

export type Talent = {
  id: string;
  name: string;
  mobile: string;
  mobileCode: string;
  email: string;
  gender: 1 | 2 | 3;
  /** Seconds, as the API has it; 0 when it was not told. */
  birthday: number;
  experienceYears: number;
  currentCityCode: string;
  sourceId: string;
  educations: Education[];
  careers: Career[];
  projects: Project[];
  tagIds: string[];
  attachmentId: string | null;
  createdAt: number;
  updatedAt: number;
  onboarded: boolean;
  /** The application that holds the talent's lock; moves of the talent's others are refused. */
  lockedByApplicationId: string | null;
};

/** The visit of the present stage has no exit, also once the application has ended. */
export type StageVisit = { stageId: string; enter: number; exit: number | null };

export type Application = {
  id: string;
  jobId: string;
  talentId: string;
  stageId: string;
  stageTimes: StageVisit[];
  /** False means terminated; who has joined stays active in a stage of type 7. */
  active: boolean;
  sourceId: string;
  deliveryType: 1 | 2;
  createdAt: number;
  modifiedAt: number;
  terminationType: 1 | 22 | 27 | null;
  terminationReasonIds: string[];
  terminationNote: string;
  /** When it was ended. The API never tells; the truth file and the control surface do. */
  terminatedAt: number | null;
  terminatorId: string | null;
  preferredCityCodes: string[];
  /** Empty when the candidate applied without anybody of the company. */
  creatorId: string;
  attachmentId: string | null;
  /** The employee this talent is, for a transfer or an intern’s conversion. */
  employeeOpenId?: string;
};

export type Evaluation = {
  id: string;
  applicationId: string;
  stageId: string;
  creatorId: string;
  evaluatorId: string;
  submitted: boolean;
  conclusion: 1 | 2 | null;
  content: string;
  createdAt: number;
  updatedAt: number;
};

export type DimensionScore = { dimensionId: string; score: number; comment: string };
export type InterviewRecord = {
  id: string;
  interviewerId: string;
  submitted: boolean;
  /** CONTRACT section 4, interview record conclusion. */
  conclusion: 1 | 2 | 3 | 4 | 5 | 6;
  content: string;
  submittedAt: number | null;
  /** 1 to 5 per dimension of the feedback form; empty until submitted. */
  dimensions: DimensionScore[];
};
export type Interview = {
  id: string;
  applicationId: string;
  stageId: string;
  round: number;
  begin: number;
  end: number;
  interviewType: 1 | 2 | 3;
  creatorId: string;
  createdAt: number;
  modifiedAt: number;
  cancelled: boolean;
  records: InterviewRecord[];
};

export type Test = {
  id: string;
  applicationId: string;
  stageId: string;
  paperName: string;
  replyStatus: 1 | 2 | 3;
  testStatus: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  start: number;
  end: number;
  completedAt: number | null;
  score: number | null;
  createdAt: number;
  /** Of a result that somebody added by hand: who, when, and the report. */
  upload?: { operatorId: string; at: number; attachmentId: string | null };
};

export type Offer = {
  id: string;
  applicationId: string;
  /** CONTRACT section 4, offer_status. */
  status: number;
  ownerId: string;
  creatorId: string;
  leaderId: string;
  departmentId: string;
  currency: string;
  /** Per month, as a decimal string. */
  basicSalary: string;
  probationMonths: number;
  /** `YYYY-MM-DD`. */
  onboardDate: string;
  expiresAt: number | null;
  createdAt: number;
  sentAt: number | null;
  decidedAt: number | null;
  /** 1 formal, which is also what an absent type means; 2 internship. */
  offerType?: 1 | 2;
  terms?: OfferTerms;
  /** Where it was put up for approval and sent, when that is known; see `records/offer-channels`. */
  approvalIn?: Channel;
  sentIn?: Channel;
  /** Why the candidate said no. */
  refusal?: { reasonIds: string[]; note: string };
};

export type Employee = {
  id: string;
  applicationId: string;
  onboardStatus: 1 | 2;
  conversionStatus: 1 | 2;
  onboardTime: number;
  expectedConversionTime: number;
  departmentId: string;
  leaderId: string;
  /** Absent for those the generator converted or let go: routes derive the moment. */
  actualConversionTime?: number;
  overboardTime?: number;
  overboardNote?: string;
  /** As the API took them in. */
  onboardCityCode?: string;
  sequenceId?: string;
  levelId?: string;
  employeeTypeId?: string;
  jobRequirementId?: string;
};

export type Note = {
  id: string;
  talentId: string;
  applicationId: string | null;
  creatorId: string | null;
  content: string;
  isPrivate: boolean;
  createdAt: number;
  modifiedAt: number;
};

export type Attachment = {
  id: string;
  talentId: string;
  name: string;
  mime: string;
  createdAt: number;
};

export type FeedbackForm = {
  id: string;
  name: Text;
  moduleId: string;
  dimensions: { id: string; name: Text }[];
};

/** One company at one moment. `now` is the world's clock at generation; time runs on from there. */
export type World = {
  /** Differs for each generated world, also of one seed at two sizes or epochs. */
  id: string;
  seed: number;
  size: number;
  epoch: number;
  tenantKey: string;
  departments: Department[];
  people: Person[];
  processes: Process[];
  cities: City[];
  locations: Location[];
  sources: ResumeSource[];
  reasons: TerminationReason[];
  roles: Role[];
  userRoles: UserRole[];
  form: FeedbackForm;
  tags: TalentTag[];
  folders: TalentFolder[];
  pools: TalentPool[];
  talentModules: TalentModule[];
  registrationForms: RegistrationForm[];
  websites: Website[];
  jobs: Map<string, Job>;
  jobCatalogue: JobCatalogue;
  /** By job. */
  jobConfigs: Map<string, JobConfig>;
  requirements: Map<string, JobRequirement>;
  advertisements: Map<string, Advertisement>;
  talents: Map<string, Talent>;
  applications: Map<string, Application>;
  evaluations: Map<string, Evaluation>;
  interviews: Map<string, Interview>;
  tests: Map<string, Test>;
  /** Formal offers; those of interns are kept apart, as the API does. */
  offers: Map<string, Offer>;
  internOffers: Map<string, Offer>;
  offerForms: Map<string, OfferForm>;
  employees: Map<string, Employee>;
  ehrImportTasks: Map<string, EhrImportTask>;
  agreements: Map<string, Agreement>;
  backgroundChecks: Map<string, BackgroundCheck>;
  notes: Map<string, Note>;
  attachments: Map<string, Attachment>;
  /** By talent. */
  talentFiles: Map<string, TalentFile>;
  /** By talent; only what was written, see `profileOf`. */
  profiles: Map<string, TalentProfile>;
  uploads: Map<string, Upload>;
  questionnaires: Map<string, Questionnaire>;
  /** By open_id. */
  interviewers: Map<string, Interviewer>;
  agencies: Map<string, Agency>;
  agencyProtections: Map<string, AgencyProtection>;
};
