import type { Messages, Namespace } from './messages/en-US';

/** Small, and used by parts that may stand on any screen. */
export const SHARED_NAMESPACES = ['common', 'errors', 'shell'] as const satisfies Namespace[];

/** Only the words a part of the tree needs travel to the browser. */
export function pickMessages(
  messages: Partial<Messages>,
  namespaces: readonly Namespace[],
): Partial<Messages> {
  const wanted = new Set<string>([...SHARED_NAMESPACES, ...namespaces]);
  return Object.fromEntries(Object.entries(messages).filter(([name]) => wanted.has(name)));
}
