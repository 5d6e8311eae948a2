import { BoardSkeleton, HeaderSkeleton, Loading } from '@/components/layout/loading';
import { Page } from '@/components/layout/page';

export default function PipelineLoading() {
  return (
    <Page>
      <Loading className="grid gap-4">
        <HeaderSkeleton />
        <BoardSkeleton />
      </Loading>
    </Page>
  );
}
