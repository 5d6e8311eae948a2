import type { Call } from '@/sandbox/platform/call';
import { badParameter, Refusal } from '@/sandbox/platform/errors';
import type { Website } from '@/sandbox/world/records/websites';

const NO_SUCH_SITE = 1002502;

/** Where a page does not print that a site is missing, its id is a bad parameter. */
export function websiteOf(call: Call): Website {
  const website = call.world.websites.find(({ id }) => id === call.param('website_id'));
  if (website) return website;
  throw call.endpoint.errors.has(NO_SUCH_SITE)
    ? new Refusal(NO_SUCH_SITE)
    : badParameter(call.endpoint);
}
