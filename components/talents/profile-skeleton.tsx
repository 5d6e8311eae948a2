import { BlockSkeleton, HeaderSkeleton, Loading } from '@/components/layout/loading';
import { Page } from '@/components/layout/page';

/** The place of a profile: header, tabs, time line, two columns. */
export function ProfileSkeleton() {
  return (
    <Page>
      <Loading className="grid gap-4">
        <HeaderSkeleton />
        <BlockSkeleton className="h-9" />
        <BlockSkeleton className="h-80" />
        <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <BlockSkeleton />
          <BlockSkeleton />
        </div>
      </Loading>
    </Page>
  );
}
