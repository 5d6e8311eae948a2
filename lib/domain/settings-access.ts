import { z } from 'zod';
import { Id, Instant, LocalizedText, OpenId, PersonRef } from './common';

export const HireRoleDto = z.object({
  roleId: Id,
  name: LocalizedText,
  /** Colleagues who hold it, as last read. */
  holders: z.number().int(),
  /** Who holds it administers here. */
  administers: z.boolean(),
  /** Whoever asks holds it. */
  yours: z.boolean(),
});
export type HireRoleDto = z.infer<typeof HireRoleDto>;

export const HireRolesDto = z.object({
  roles: z.array(HireRoleDto),
  /** Feishu did not tell its roles just now: those known here are shown. */
  trouble: z
    .object({
      missingScope: z.boolean(),
      code: z.string(),
      logId: z.string().nullable(),
      /** Any one of these lets the app read roles. */
      scopes: z.array(z.string()),
    })
    .nullable(),
  /** By ADMIN_OPEN_IDS: they administer whatever is set here. */
  configured: z.array(PersonRef),
});
export type HireRolesDto = z.infer<typeof HireRolesDto>;

export const MapRoleInput = z.strictObject({ administers: z.boolean() });

/** Somebody who is signed in, by however many browsers. */
export const SignedInDto = z.object({
  person: PersonRef,
  sessions: z.number().int(),
  /** The earliest sign-in that still holds. */
  since: Instant,
  lastSeenAt: Instant,
  /** Whoever asks. */
  you: z.boolean(),
});
export type SignedInDto = z.infer<typeof SignedInDto>;

export const EndSessionsInput = z.strictObject({ openId: OpenId });
