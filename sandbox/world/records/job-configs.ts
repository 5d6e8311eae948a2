/** 职位设置 of one job, beside the requirements that are linked to it. */
export type JobConfig = {
  jobId: string;
  offerFormId: string | null;
  /** Null: the flow of such jobs, as for the form of career sites below. */
  offerApprovalId: string | null;
  evaluatorIds: string[];
  feedbackFormId: string | null;
  rounds: { round: number; interviewerIds: string[] }[];
  /** Which form for which round; null: the company's for every interview stage of the process. */
  roundTypes: { roundTypeId: string; feedbackFormId: string }[] | null;
  /** Null: the form of all jobs. */
  interviewRegistrationId: string | null;
  onboardRegistrationId: string | null;
  applyFormId: string | null;
  /** Virtual jobs of a real one, real jobs of a virtual one. */
  relatedJobIds: string[];
  appointment: AppointmentConfig;
};

/** 面试官安排面试. */
export type AppointmentConfig = {
  byInterviewer: boolean;
  interviewType: 1 | 2 | 3 | null;
  timezone: string;
  contactId: string | null;
  contactMobile: string;
  contactEmail: string;
  locationId: string | null;
  videoType: number | null;
  ccIds: string[];
  remark: string;
  notificationTemplateId: string;
  appointmentTemplateId: string;
  cancelTemplateId: string;
};

export const noAppointments = (): AppointmentConfig => ({
  byInterviewer: false,
  interviewType: null,
  timezone: '',
  contactId: null,
  contactMobile: '',
  contactEmail: '',
  locationId: null,
  videoType: null,
  ccIds: [],
  remark: '',
  notificationTemplateId: '',
  appointmentTemplateId: '',
  cancelTemplateId: '',
});
