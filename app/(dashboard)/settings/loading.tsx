import { BlockSkeleton, HeaderSkeleton, Loading } from '@/components/layout/loading';
import { Page } from '@/components/layout/page';

export default function SettingsLoading() {
  return (
    <Page>
      <Loading className="grid gap-4">
        <HeaderSkeleton />
        <BlockSkeleton />
      </Loading>
    </Page>
  );
}
