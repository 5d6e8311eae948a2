import type { ReactNode } from 'react';

export type Notification = {
  /** Reuse an id to replace what is shown under it. */
  id?: string;
  tone?: 'neutral' | 'positive' | 'caution' | 'critical';
  title: ReactNode;
  /** Why, what was kept, what to do. */
  detail?: ReactNode;
  action?: { label: string; run: () => void };
  /** Milliseconds; 10 seconds where there is something to undo, else 5. */
  duration?: number;
};

type Listener = (notification: Notification) => void;

let listener: Listener | undefined;

/** The one host on the page; answers how to leave. */
export function onNotification(next: Listener): () => void {
  listener = next;
  return () => {
    if (listener === next) listener = undefined;
  };
}

/** Says something in passing, at the corner of the screen. Never the only place an error appears. */
export function notify(notification: Notification): void {
  listener?.(notification);
}
