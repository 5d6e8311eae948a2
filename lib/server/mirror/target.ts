import 'server-only';

/** A record that something said is out of date. */
export type Target = { kind: 'application' | 'talent' | 'offer'; id: string };
