'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/layout/empty-state';
import { ErrorState } from '@/components/layout/error-state';
import { BoardSkeleton, Loading } from '@/components/layout/loading';
import { errorFacts } from '@/components/layout/use-error-words';
import { Button } from '@/components/ui/button';
import { pipelineQueries } from '@/lib/client/queries/pipeline';
import type { ApplicationFilter } from '@/lib/domain/application-filter';
import { PipelineBoard } from './pipeline-board';

type Props = {
  query: Parameters<typeof pipelineQueries.board>[0];
  /** The same question as a filter for the lists behind the column totals. */
  filter: ApplicationFilter;
  mayMove: boolean;
  showJob: boolean;
  currentId: string | null;
  onOpen: (applicationId: string) => void;
  onClear: () => void;
};

/** A board with each of its states. */
export function BoardView({ query, onClear, ...props }: Props) {
  const actions = useTranslations('common.actions');
  const { data, error, refetch } = useQuery(pipelineQueries.board(query));
  if (error && !data) return <ErrorState error={errorFacts(error)} onRetry={refetch} />;
  if (!data) {
    return (
      <Loading>
        <BoardSkeleton />
      </Loading>
    );
  }
  if (data.total === 0) {
    const reason =
      data.unfiltered > 0 ? 'filter' : data.sync.state === 'complete' ? 'nothing' : 'sync';
    if (reason !== 'nothing') {
      return (
        <EmptyState
          reason={reason}
          percent={data.sync.percent}
          action={
            reason === 'filter' ? (
              <Button onClick={onClear}>{actions('clearFilters')}</Button>
            ) : undefined
          }
        />
      );
    }
  }
  return <PipelineBoard board={data} query={query} {...props} />;
}
