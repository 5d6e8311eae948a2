import 'server-only';
import { sql } from 'drizzle-orm';

/**
 * Which round an interview is to people, from 1: its place among the distinct rounds of its
 * application, on a query of `interviews`. CONTRACT does not say whether Feishu counts from 0 or 1.
 */
export const shownRound = sql<number>`(
  select count(distinct o.round)::int from interviews o
   where o.application_id = interviews.application_id and o.round <= interviews.round)`;
