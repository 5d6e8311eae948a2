import { ProfileSkeleton } from '@/components/talents/profile-skeleton';

export default ProfileSkeleton;
