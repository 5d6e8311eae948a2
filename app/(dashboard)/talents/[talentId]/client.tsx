'use client';

import { useQueryStates } from 'nuqs';
import { TalentProfile } from '@/components/talents/talent-profile';
import { talentParams } from './search-params';

export function TalentClient({ talentId }: { talentId: string }) {
  const [{ tab }] = useQueryStates(talentParams);
  return <TalentProfile talentId={talentId} tab={tab} />;
}
