const SYSTEM = 'the system itself has failed';

/**
 * Printed codes that no state of a world leads to, by endpoint, each with the reason. The fault
 * switch reaches them. The suite fails when one is listed here and reached all the same.
 */
export const OUT_OF_REACH: Record<string, Record<number, string>> = {
  'authen.v1.user_info': {
    20001: 'it takes no parameter',
    20005: 'a token that is not valid is refused before, by the platform (99991668, 99991677)',
    20008: 'people do not vanish from a world',
    20021: 'who has resigned is signed out, and the token is refused before (99991668)',
    20022: 'nobody is frozen',
    20023: 'everybody is registered',
    20050: SYSTEM,
  },
  'authen.v2.oauth.token': {
    20008: 'people do not vanish from a world',
    20009: 'every app is installed in its tenant',
    20010: 'everybody may use every app',
    20050: SYSTEM,
    20064: 'nobody can revoke a refresh token alone',
    20066: 'who has resigned is signed out: codes are gone (20003), refresh tokens too (20026)',
    20069: 'every app is enabled',
    20072: SYSTEM,
    20074: 'who was given a refresh token may use it',
  },
  'hire.v1.job.combinedCreate': { 1002609: 'a job that is being made cannot be closed' },
  'hire.v1.job.combinedUpdate': { 1002604: 'an update does not take a recruitment type' },
  'hire.v1.offer.update': { 1002054: 'an offer goes with its application' },
};

/** Codes of nearly every page that a world need not be able to cause. */
export const BY_FAULT_ONLY: Record<number, string> = {
  1002001: SYSTEM,
  1002002: 'what the page calls a bad parameter the gateway has refused before (99992402)',
};

/** Lists that no world gives a second page, each with the reason. */
export const ONE_PAGE: Record<string, string> = {
  'hire.v1.interviewFeedbackForm.list': 'the company has one form',
  'hire.v1.jobRequirementSchema.list': 'the company has one form',
  'hire.v1.offerApplicationForm.list': 'the page says that page_size has no effect',
  'hire.v1.tripartiteAgreement.list': 'the page says that paging has no effect: one row or none',
};
