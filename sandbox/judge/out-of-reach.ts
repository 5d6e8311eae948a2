/**
 * Printed codes that no state of a world leads to, by endpoint, each with the reason. The fault
 * switch reaches them. The suite fails when one is listed here and reached all the same.
 */
export const OUT_OF_REACH: Record<string, Record<number, string>> = {};

/** Codes of nearly every page that a world need not be able to cause. */
export const BY_FAULT_ONLY: Record<number, string> = {
  1002001: 'the system itself has failed',
  1002002: 'what the page calls a bad parameter the gateway has refused before (99992402)',
};

/** Lists that no world gives a second page, each with the reason. */
export const ONE_PAGE: Record<string, string> = {
  'hire.v1.offerApplicationForm.list': 'the page says that page_size has no effect',
  'hire.v1.tripartiteAgreement.list': 'the page says that paging has no effect: one row or none',
};
