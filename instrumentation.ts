/** Next calls this once per server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startServerWork } = await import('@/lib/server/worker/start');
  startServerWork();
}
