import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';

type Props = {
  /** Answers the server already has, under the keys the browser will ask with. */
  queries: readonly { queryKey: QueryKey; data: unknown }[];
  children: ReactNode;
};

/** Hands what a page read on the server to the queries of its client part: no second request. */
export function Hydrate({ queries, children }: Props) {
  const client = new QueryClient();
  for (const { queryKey, data } of queries) client.setQueryData(queryKey, data);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
