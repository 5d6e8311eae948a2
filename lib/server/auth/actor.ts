import 'server-only';
import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Permission } from '@/lib/domain/permissions';
import { env } from '@/lib/server/base/env';
import type { Actor } from '@/lib/server/db/actor';
import { runtime } from '@/lib/server/runtime';
import { ADDRESS_HEADER } from './address-header';
import { readCookie, sessionCookieName } from './cookies';
import { loadActor } from './load-actor';
import { openTicket } from './ticket';

export type { Actor } from '@/lib/server/db/actor';

/**
 * For a page: the person who asks and may. Without a session it leads to sign-in and back; without
 * the permission the nearest `forbidden.tsx` is drawn. It returns in no other case.
 */
export async function requireActor(permission: Permission): Promise<Actor> {
  const actor = await requireSignedIn();
  if (!actor.permissions.has(permission)) forbidden();
  return actor;
}

/** For the shell around every page: the person, with or without a role. */
export async function requireSignedIn(): Promise<Actor> {
  const actor = await currentActor();
  if (actor !== null) return actor;
  const address = (await headers()).get(ADDRESS_HEADER) ?? '/';
  redirect(`/sign-in?${new URLSearchParams({ callbackUrl: address })}`);
}

/** The person behind the request being rendered, looked up once however often it is asked. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = await cookies();
  return actorBehind(jar.get(sessionCookieName(env().NEXTAUTH_URL))?.value);
});

/** For a route handler: the person behind this request's cookie. */
export function actorOf(request: Request): Promise<Actor | null> {
  return actorBehind(readCookie(request, sessionCookieName(env().NEXTAUTH_URL)));
}

async function actorBehind(cookie: string | undefined): Promise<Actor | null> {
  const { NEXTAUTH_SECRET, ADMIN_OPEN_IDS } = env();
  const ticket = await openTicket(cookie, NEXTAUTH_SECRET);
  return ticket && loadActor(runtime().db, ticket, ADMIN_OPEN_IDS);
}
