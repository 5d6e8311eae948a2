import { getHealth } from '@/lib/server/services/settings/get-health';

/** Open: for a balancer, and for who waits until the server is up. */
export async function GET(): Promise<Response> {
  const health = await getHealth();
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}
