/** What the sandbox answers about its world under `/_sandbox/facts`, as far as journeys ask. */
export type Text = { zh: string; en: string };

export type StageFact = {
  stageId: string;
  name: Text;
  /** `stage.type` of CONTRACT section 4. */
  type: number;
  active: number;
  ended: number;
};

export type BoardFact = {
  jobId: string;
  title: string;
  active: number;
  ended: number;
  stages: StageFact[];
};

export type ApplicationFact = {
  id: string;
  jobId: string;
  talentId: string;
  stageId: string;
  active: boolean;
  terminationType: number | null;
  terminationReasonIds: string[];
  terminationNote: string;
  /** 1 free, 2 locked by another application, 3 by this one. */
  lockStatus: 1 | 2 | 3;
  talentName: string;
  offerStatus: number | null;
  stage: { id: string; type: number } | null;
};

export type JobFact = {
  id: string;
  title: string;
  departmentId: string;
  processType: 1 | 2;
  open: boolean;
  recruiterId: string;
  assistantIds: string[];
  managerIds: string[];
};

export type NoteFact = {
  id: string;
  applicationId: string | null;
  creatorId: string | null;
  content: string;
  isPrivate: boolean;
};

export type TalentFact = {
  id: string;
  name: string;
  mobile: string;
  email: string;
  attachmentId: string | null;
  careers: { company: string }[];
  educations: { school: string }[];
  applicationIds: string[];
};

export type InterviewFact = {
  id: string;
  begin: number;
  end: number;
  cancelled: boolean;
  records: { id: string; interviewerId: string; submitted: boolean; content: string }[];
};
