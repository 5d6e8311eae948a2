import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { Hydrate } from '@/components/layout/hydrate';
import { talentQueries } from '@/lib/client/queries/talents';
import { AppError } from '@/lib/domain/app-error';
import { requireActor } from '@/lib/server/auth/actor';
import { getTalent } from '@/lib/server/services/talents/get-talent';
import { TalentClient } from './client';

type Props = { params: Promise<{ talentId: string }> };

/** No name of a candidate in a title: titles end up in histories and screen shares. */
export async function generateMetadata() {
  return { title: (await getTranslations('talents.profile'))('title') };
}

/** Another's talent is not there. */
async function readTalent(talentId: string) {
  const actor = await requireActor('talents:read');
  try {
    return await getTalent(actor, talentId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
}

export default async function TalentPage({ params }: Props) {
  const { talentId } = await params;
  const data = await readTalent(talentId);
  return (
    <ClientMessages namespaces={['talents', 'applications', 'charts']}>
      <Hydrate queries={[{ queryKey: talentQueries.detail(talentId).queryKey, data }]}>
        <TalentClient talentId={talentId} />
      </Hydrate>
    </ClientMessages>
  );
}
