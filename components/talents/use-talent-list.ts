'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { talentQueries } from '@/lib/client/queries/talents';
import type { TalentListDto, TalentRowDto } from '@/lib/domain/talents';

/** While Feishu is still being read the first page fills up as one watches. */
const PARTIAL_MS = 5_000;

export type TalentListState = {
  /** The first page: totals and sync are as it says. */
  first: TalentListDto | undefined;
  rows: readonly TalentRowDto[];
  error: Error | null;
  retry: () => void;
  more: () => void;
};

export function useTalentList(query: Parameters<typeof talentQueries.list>[0]): TalentListState {
  const list = useInfiniteQuery({
    ...talentQueries.list(query),
    refetchInterval: ({ state: { data } }) =>
      data?.pages.length === 1 && data.pages[0]?.sync.state !== 'complete' ? PARTIAL_MS : false,
  });
  const { fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    first: list.data?.pages[0],
    rows: list.data?.pages.flatMap((page) => page.items) ?? [],
    error: list.error,
    retry: refetch,
    more,
  };
}
