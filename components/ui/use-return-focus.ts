'use client';

import { useRef } from 'react';

/** For a layer that opens without a trigger of its own: the focus returns to where it was. */
export function useReturnFocus() {
  const origin = useRef<HTMLElement | null>(null);
  return {
    /** As the layer opens, before it takes the focus. */
    remember: () => {
      origin.current =
        document.activeElement instanceof HTMLElement ? document.activeElement : null;
    },
    onCloseAutoFocus: (event: Event) => {
      if (!origin.current?.isConnected) return;
      event.preventDefault();
      origin.current.focus();
    },
  };
}
