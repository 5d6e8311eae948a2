import { HeaderSkeleton, Loading, TableSkeleton } from '@/components/layout/loading';
import { Page } from '@/components/layout/page';

export default function TalentsLoading() {
  return (
    <Page>
      <Loading className="grid gap-4">
        <HeaderSkeleton />
        <TableSkeleton columns={7} />
      </Loading>
    </Page>
  );
}
