import { listSignedIn } from '@/lib/server/auth/signed-in';
import { route } from '@/lib/server/http/route';

export const GET = route({
  permission: 'settings:read',
  handle: ({ actor }) => listSignedIn(actor),
});
