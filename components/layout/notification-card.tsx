'use client';

import { CircleAlert, CircleCheck, TriangleAlert, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { Notification } from '@/lib/client/notify';

const ICONS = {
  neutral: null,
  positive: <CircleCheck aria-hidden="true" className="text-positive" />,
  caution: <TriangleAlert aria-hidden="true" className="text-caution" />,
  critical: <CircleAlert aria-hidden="true" className="text-critical" />,
} as const;

const PLAIN_MS = 5_000;
const WITH_ACTION_MS = 10_000;

type Props = { notification: Notification; paused: boolean; onDismiss: () => void };

export function NotificationCard({ notification, paused, onDismiss }: Props) {
  const t = useTranslations('common.actions');
  const { tone = 'neutral', title, detail, action } = notification;
  const left = useRef(notification.duration ?? (action ? WITH_ACTION_MS : PLAIN_MS));
  const dismiss = useRef(onDismiss);
  useEffect(() => {
    dismiss.current = onDismiss;
  });
  useEffect(() => {
    if (paused) return;
    const started = Date.now();
    const timer = setTimeout(() => dismiss.current(), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(1_000, left.current - (Date.now() - started));
    };
  }, [paused]);

  return (
    <div
      role={tone === 'critical' ? 'alert' : undefined}
      className="pointer-events-auto flex animate-rise-in items-start gap-3 rounded-card bg-raised py-2.5 pr-2 pl-4 shadow-float [&>svg]:mt-1 [&>svg]:size-4 [&>svg]:shrink-0"
    >
      {ICONS[tone]}
      <div className="min-w-0 grow py-0.5">
        <div className="font-medium">{title}</div>
        {detail && <div className="text-muted">{detail}</div>}
      </div>
      {action && (
        <Button
          size="sm"
          onClick={() => {
            action.run();
            onDismiss();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button variant="ghost" size="icon-sm" aria-label={t('close')} onClick={onDismiss}>
        <X aria-hidden="true" />
      </Button>
    </div>
  );
}
