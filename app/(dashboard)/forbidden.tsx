import { NoAccess } from '@/components/layout/no-access';
import { Page } from '@/components/layout/page';

export default function Forbidden() {
  return (
    <Page>
      <NoAccess />
    </Page>
  );
}
