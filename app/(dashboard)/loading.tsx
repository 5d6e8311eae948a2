import { BlockSkeleton, HeaderSkeleton, Loading } from '@/components/layout/loading';
import { Page } from '@/components/layout/page';

export default function TodayLoading() {
  return (
    <Page>
      <Loading className="grid gap-4">
        <HeaderSkeleton />
        <BlockSkeleton className="h-24" />
        <BlockSkeleton />
      </Loading>
    </Page>
  );
}
