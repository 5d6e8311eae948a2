'use client';

import { useEffect, useEffectEvent } from 'react';

/** Keys typed into a field, or while composing Chinese, belong to the text. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  return (
    event.isComposing ||
    target?.isContentEditable === true ||
    target?.closest('input, textarea, select, [role="menu"], [role="dialog"] [role="dialog"]') !=
      null
  );
}

/** The ones before and after in the list, and J and K to go there; from outside it, J enters it. */
export function useNeighbours(
  id: string,
  ids: readonly string[],
  onSelect: (id: string) => void,
): { previous: string | null; next: string | null } {
  const at = ids.indexOf(id);
  const previous = at > 0 ? (ids[at - 1] ?? null) : null;
  const next = ids[at + 1] ?? null;

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event)) return;
    const key = event.key.toLowerCase();
    const target = key === 'j' ? next : key === 'k' ? previous : null;
    if (target === null) return;
    event.preventDefault();
    onSelect(target);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  return { previous, next };
}
