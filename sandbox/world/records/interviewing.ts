/** Whether somebody is certified to interview, once it was ever said through the API or the admin. */
export type Interviewer = { openId: string; verified: boolean; updatedAt: number };

/** By question: a mark of 1 to 5, the position of the option, those of several, or a text. */
export type Answer = number | number[] | string;

/** What a candidate is asked by mail about the interviews. */
export type Questionnaire = {
  id: string;
  applicationId: string;
  /** Null for the older ones: they were sent once, when all interviews were over. */
  interviewId: string | null;
  /** Of the form; its questions are in `questionnaire-data.ts`. */
  version: 1 | 2;
  sentAt: number;
  answeredAt: number | null;
  /** In the order of the questions; empty until answered. */
  answers: Answer[];
};
