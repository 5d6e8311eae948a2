import { BlockSkeleton, HeaderSkeleton, Loading } from '@/components/layout/loading';
import { Page } from '@/components/layout/page';

export default function ReportsLoading() {
  return (
    <Page>
      <Loading className="grid gap-4">
        <HeaderSkeleton />
        <BlockSkeleton className="h-24" />
        <BlockSkeleton className="h-96" />
        <BlockSkeleton className="h-96" />
      </Loading>
    </Page>
  );
}
