'use client';

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Toaster as Sonner, toast } from 'sonner';
import type { Notification } from '@/lib/client/notify';

const icons = {
  neutral: undefined,
  positive: <CircleCheck aria-hidden="true" className="size-4 text-positive" />,
  caution: <TriangleAlert aria-hidden="true" className="size-4 text-caution" />,
  critical: <CircleAlert aria-hidden="true" className="size-4 text-critical" />,
} as const;

function show({ id, tone = 'neutral', title, detail, action, duration }: Notification) {
  toast(title, {
    id,
    description: detail,
    icon: icons[tone],
    duration: duration ?? (action ? 10_000 : 5_000),
    action: action && { label: action.label, onClick: action.run },
  });
}

/** Draws the notifications in the order they came, each once. */
export function Toaster({ queue, label }: { queue: readonly Notification[]; label: string }) {
  const shown = useRef(0);
  useEffect(() => {
    for (const notification of queue.slice(shown.current)) show(notification);
    shown.current = queue.length;
  }, [queue]);
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={label}
      gap={8}
      mobileOffset={{ bottom: 72 }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-3 rounded-card bg-raised px-4 py-3 text-base text-text shadow-float sm:w-90',
          icon: 'mt-1 shrink-0',
          content: 'min-w-0 grow',
          title: 'font-medium',
          description: 'text-muted',
          actionButton:
            'h-7 shrink-0 rounded-control px-2 text-sm font-medium text-accent hover:bg-accent-soft',
        },
      }}
    />
  );
}
