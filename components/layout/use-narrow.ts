'use client';

import { useSyncExternalStore } from 'react';

/** Under `lg` of Tailwind: a small window, or a large one at 200 % zoom. */
const NARROW = '(width < 64rem)';

const subscribe = (changed: () => void) => {
  const media = window.matchMedia(NARROW);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
};

/** Whether the navigation has no room for words; the server answers no, and the styles alone say it. */
export const useNarrow = () =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
