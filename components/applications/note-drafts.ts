'use client';

import { useSyncExternalStore } from 'react';

export type NoteDraft = { content: string; isPrivate: boolean };

const EMPTY: NoteDraft = { content: '', isPrivate: false };

/** By application, for as long as the tab is loaded; signing out loads it anew. */
const drafts = new Map<string, NoteDraft>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The note begun on this application: closing the panel or walking on does not lose it. */
export function useNoteDraft(applicationId: string): NoteDraft {
  return useSyncExternalStore(
    subscribe,
    () => drafts.get(applicationId) ?? EMPTY,
    () => EMPTY,
  );
}

export function keepNoteDraft(applicationId: string, draft: NoteDraft): void {
  if (draft.content === '' && !draft.isPrivate) drafts.delete(applicationId);
  else drafts.set(applicationId, draft);
  for (const listener of listeners) listener();
}

/** Empties the draft that was sent; what was typed meanwhile is another note. */
export function sentNote(applicationId: string, content: string): void {
  const draft = drafts.get(applicationId);
  if (draft?.content.trim() === content) keepNoteDraft(applicationId, { ...draft, content: '' });
}
