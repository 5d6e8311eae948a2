import 'server-only';
import { decode, encode, type JWT } from 'next-auth/jwt';
import { z } from 'zod';
import type { Ticket } from './load-actor';
import { SESSION_SECONDS } from './sessions';

const Claims = z.object({
  sid: z.uuid(),
  name: z.string().default(''),
  enName: z.string().default(''),
  /** Epoch seconds at which the session ends; a cookie written anew never lives longer. */
  until: z.number().int(),
});

/** What goes into the encrypted cookie at sign-in. No token of Feishu's is among it. */
export function claimsOf(ticket: Ticket, now = Date.now()): JWT {
  return {
    sid: ticket.sessionId,
    name: ticket.name,
    enName: ticket.enName,
    until: Math.floor(now / 1000) + SESSION_SECONDS,
  };
}

/** next-auth writes the cookie anew at times; its end stays where sign-in put it. */
export const sealTicket: typeof encode = (params) => {
  const claims = Claims.safeParse(params.token);
  if (!claims.success) return encode(params);
  const left = claims.data.until - Math.floor(Date.now() / 1000);
  return encode({ ...params, maxAge: Math.max(1, left) });
};

/** The ticket in a cookie value; null for anything that is not ours, altered or over. */
export async function openTicket(
  cookie: string | undefined,
  secret: string,
): Promise<Ticket | null> {
  if (!cookie) return null;
  try {
    const claims = Claims.safeParse(await decode({ token: cookie, secret }));
    if (!claims.success) return null;
    const { sid, name, enName } = claims.data;
    return { sessionId: sid, name, enName };
  } catch {
    return null;
  }
}
