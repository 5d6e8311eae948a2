import { startStack } from './stack';

/** One stack for the run; with E2E_URL and E2E_SANDBOX_URL set, one that runs already. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_URL && process.env.E2E_SANDBOX_URL) {
    requireLocal(process.env.E2E_URL);
    requireLocal(process.env.E2E_SANDBOX_URL);
    return undefined;
  }
  const stack = await startStack();
  process.env.E2E_URL = stack.url;
  process.env.E2E_SANDBOX_URL = stack.sandboxUrl;
  return stack.stop;
}

/** Journeys write: they run against this machine alone. */
function requireLocal(url: string): void {
  const { hostname } = new URL(url);
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') {
    throw new Error(`${url} is not on this machine`);
  }
}
