/**
 * The states of an offer and which may follow which. Sources: the groups, the codes and what is
 * printed beside them are the page of PATCH /offers/:offer_id/offer_status (updated 2024-09-05) and
 * CONTRACT section 5. The page's arrow diagram is an image nobody here holds: arrows without a
 * quotation are the narrowest reading of its words, and those it leaves open are switches.
 */
export const OFFER = {
  notApplied: 1,
  approving: 2,
  withdrawn: 3,
  approved: 4,
  rejected: 5,
  sent: 6,
  accepted: 7,
  declined: 8,
  void: 9,
  created: 10,
  internToJoin: 11,
  internJoined: 12,
  internLeft: 13,
} as const;

/** 「Offer 审批状态」: needs the switch for approval through OA, refused after one in Feishu. */
export const APPROVAL_STATES: readonly number[] = [2, 3, 4, 5];
/** 「Offer 发送和接受状态」: the same for sending. */
export const SENDING_STATES: readonly number[] = [6, 7, 8, 9];
/** An offer whose approval is done: what to-join asks for where approval is mandatory. */
export const APPROVED_STATES: readonly number[] = [4, 6, 7, 11, 12];
/** PUT /offers: 「Offer 已发送」 and 「被候选人接受」 cannot be updated; an intern's past those are. */
export const CLOSED_TO_EDITS: readonly number[] = [6, 7, 11, 12, 13];
/** PUT /offers: the approval of a changed offer is withdrawn by itself, where there is one. */
export const HAS_APPROVAL: readonly number[] = [2, 4, 8, 9];

/** What may follow on each state, as PATCH offer_status sets it. */
export const OFFER_FLOW: Readonly<Record<number, readonly number[]>> = {
  [OFFER.notApplied]: [OFFER.approving],
  [OFFER.created]: [OFFER.approving],
  [OFFER.approving]: [OFFER.withdrawn, OFFER.approved, OFFER.rejected],
  [OFFER.withdrawn]: [OFFER.approving],
  [OFFER.rejected]: [OFFER.approving],
  [OFFER.approved]: [OFFER.withdrawn, OFFER.sent],
  [OFFER.sent]: [OFFER.accepted, OFFER.declined, OFFER.void],
  // 1002072: 「确认当前 Offer 的状态为已发出或候选人已接受」.
  [OFFER.accepted]: [OFFER.void],
  [OFFER.declined]: [],
  [OFFER.void]: [],
};

export type FlowSwitches = {
  /** Whether a created offer may be sent without approval. */
  mayGoUnapproved: boolean;
  /** Whether a declined or void one may go round again. */
  mayReopen: boolean;
};

/** Whether the state `to` may follow on `from`. */
export function mayFollow(from: number, to: number, switches: FlowSwitches): boolean {
  if (OFFER_FLOW[from]?.includes(to)) return true;
  const isFresh = from === OFFER.created || from === OFFER.notApplied;
  if (isFresh && to === OFFER.sent) return switches.mayGoUnapproved;
  const isOver = from === OFFER.declined || from === OFFER.void;
  return isOver && switches.mayReopen && (to === OFFER.approving || to === OFFER.sent);
}

/** What an employee's record must say for each operation of PATCH /employees, CONTRACT section 5. */
export const EMPLOYEE_RULES: Readonly<
  Record<number, { onboard: 1 | 2; conversion: 1 | 2 | null; refusal: number }>
> = {
  // 转正
  1: { onboard: 1, conversion: 1, refusal: 1002902 },
  // 离职
  2: { onboard: 1, conversion: null, refusal: 1002902 },
  // 恢复至待入职
  3: { onboard: 1, conversion: 1, refusal: 1002902 },
  // 撤销离职: 「请确认当前员工处于离职状态」
  4: { onboard: 2, conversion: null, refusal: 1002907 },
  // 撤销转正
  5: { onboard: 1, conversion: 2, refusal: 1002902 },
};
