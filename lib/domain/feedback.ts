type FeedbackRecord = { interviewerOpenId: string; submitted: boolean };
type FeedbackInterview = { cancelled: boolean; records: readonly FeedbackRecord[] };

/**
 * True while the viewer still owes feedback on the application: until then the words and scores of
 * others stay hidden from them, in every round, so that nobody judges by another's judgement
 * (PRODUCT section 1). Who interviews nobody there owes nothing.
 */
export function owesFeedback(
  interviews: readonly FeedbackInterview[],
  viewerOpenId: string,
): boolean {
  return interviews.some(
    (interview) =>
      !interview.cancelled &&
      interview.records.some(
        (record) => record.interviewerOpenId === viewerOpenId && !record.submitted,
      ),
  );
}
