import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ApplicationView } from '@/components/applications/application-view';
import { ClientMessages } from '@/components/layout/client-messages';
import { Hydrate } from '@/components/layout/hydrate';
import { applicationQueries } from '@/lib/client/queries/applications';
import { AppError } from '@/lib/domain/app-error';
import { requireActor } from '@/lib/server/auth/actor';
import { getApplication } from '@/lib/server/services/applications/get-application';

type Props = { params: Promise<{ applicationId: string }> };

/** Read once for title and page; another's application is not there. */
const readApplication = cache(async (applicationId: string) => {
  const actor = await requireActor('applications:read');
  try {
    return await getApplication(actor, applicationId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props) {
  const { applicationId } = await params;
  const application = await readApplication(applicationId);
  // No name of a candidate in a title: titles end up in histories and screen shares.
  return { title: application.job.title };
}

export default async function ApplicationPage({ params }: Props) {
  const { applicationId } = await params;
  const data = await readApplication(applicationId);
  return (
    <ClientMessages namespaces={['applications', 'pipeline', 'talents']}>
      <Hydrate queries={[{ queryKey: applicationQueries.detail(applicationId).queryKey, data }]}>
        <ApplicationView applicationId={applicationId} wide />
      </Hydrate>
    </ClientMessages>
  );
}
