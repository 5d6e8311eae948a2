/**
 * What an offer says beyond pay, leader and dates, as the API sends it in; an update replaces it
 * whole. Ids are kept in the form they came in. Generated offers have none: routes derive theirs.
 */
export type OfferTerms = {
  schemaId: string;
  employmentJobId?: string;
  employeeTypeId?: string;
  jobFamilyId?: string;
  jobLevelId?: string;
  jobGradeId?: string;
  positionId?: string;
  pathwayId?: string;
  jobOffered?: string;
  contractYear?: number;
  /** 1 months, 2 years. */
  contractPeriod?: { type: number; period: number };
  onboardAddressId?: string;
  workAddressId?: string;
  recommendedWords?: string;
  jobRequirementId?: string;
  jobProcessType?: number;
  attachmentIds?: string[];
  commonAttachmentIds?: string[];
  attachmentDescription?: string;
  operatorId: string;
  probationPercentage?: string;
  awardMultiple?: string;
  optionShares?: string;
  quarterlyBonus?: string;
  halfYearBonus?: string;
  /** Values of the form's own fields, as text. */
  custom: { id: string; value: string }[];
};

/** Who did it: a person in Feishu's own screens, or an app through the API. */
export type Channel = 'feishu' | 'api';
