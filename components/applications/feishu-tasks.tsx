'use client';

import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { ApplicationDto } from '@/lib/domain/applications';

type Tasks = ApplicationDto['feishuTasks'];

/** The ways to Feishu's own pages; the viewer's own task stands out where nothing else does. */
export function FeishuLinks({ tasks, leads }: { tasks: Tasks; leads: boolean }) {
  const t = useTranslations('applications.feishu');
  return tasks.map(({ kind, own, href }) =>
    href === null ? null : (
      <Button key={kind} asChild variant={own && leads ? 'primary' : 'secondary'}>
        <a href={href} target="_blank" rel="noopener">
          <ExternalLink aria-hidden="true" />
          {t(`go.${kind}`)}
        </a>
      </Button>
    ),
  );
}

/** Where in Feishu it is done, when nobody has configured a link. */
export function FeishuPlaces({ tasks }: { tasks: Tasks }) {
  const t = useTranslations('applications.feishu');
  return tasks.map(({ kind, href }) =>
    href === null ? (
      <p key={kind} className="max-w-80 text-sm text-muted">
        {t(`place.${kind}`)}
      </p>
    ) : null,
  );
}
