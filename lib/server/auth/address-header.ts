import 'server-only';

/** The address a page was asked under, which `proxy.ts` passes on: sign-in returns there. */
export const ADDRESS_HEADER = 'x-hire-address';
