'use client';

import { ChevronDown, ChevronUp, Maximize2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { SidePanel } from '@/components/ui/side-panel';
import { applicationHref } from '@/lib/domain/links';
import { type ApplicationTab, ApplicationView } from './application-view';
import { useNeighbours } from './use-neighbours';

type Props = {
  applicationId: string;
  /** The list it came from, in its order: J and K walk through it. */
  ids: readonly string[];
  onSelect: (applicationId: string) => void;
  onClose: () => void;
};

/** One application over the board or list it came from, which stays alive behind it. */
export function ApplicationPanel({ applicationId, ids, onSelect, onClose }: Props) {
  const t = useTranslations('applications');
  const actions = useTranslations('common.actions');
  // Chosen once, it stays while one walks through the list; until then each opens with its own.
  const [tab, setTab] = useState<ApplicationTab>();
  const { previous, next } = useNeighbours(applicationId, ids, onSelect);
  return (
    <SidePanel
      open
      onClose={onClose}
      title={t('panelTitle')}
      closeLabel={actions('close')}
      actions={
        <>
          <IconButton
            label={t('previous')}
            shortcut="K"
            side="bottom"
            disabled={previous === null}
            onClick={() => previous !== null && onSelect(previous)}
          >
            <ChevronUp aria-hidden="true" />
          </IconButton>
          <IconButton
            label={t('next')}
            shortcut="J"
            side="bottom"
            disabled={next === null}
            onClick={() => next !== null && onSelect(next)}
          >
            <ChevronDown aria-hidden="true" />
          </IconButton>
          <Button asChild variant="ghost" size="icon">
            <Link href={applicationHref(applicationId)} aria-label={t('fullPage')}>
              <Maximize2 aria-hidden="true" />
            </Link>
          </Button>
        </>
      }
    >
      <ApplicationView
        key={applicationId}
        applicationId={applicationId}
        wide={false}
        tab={tab}
        onTab={setTab}
      />
    </SidePanel>
  );
}
