'use client';

import { MoreHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { StepMark } from '@/components/layout/step-label';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { moveObstacle } from '@/lib/domain/board-moves';
import type { ApplicationRowDto } from '@/lib/domain/pipeline';
import type { Step } from '@/lib/domain/steps';

export type MoveTarget = { stageId: string; name: string; step: Step };

type Props = {
  card: ApplicationRowDto;
  targets: readonly MoveTarget[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onMove: (target: MoveTarget) => void;
  onEnd: () => void;
  /** Part of the board's roving focus, or an ordinary tab stop. */
  tabIndex?: number;
};

/** "Move to…": the same move as a drag, for keys, touch and far stages; what cannot work says why. */
export function MoveMenu({ card, targets, open, onOpenChange, onMove, onEnd, tabIndex }: Props) {
  const t = useTranslations('pipeline.move');
  return (
    <DropdownMenu open={open} onOpenChange={onOpenChange} modal={false}>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="icon-sm"
          tabIndex={tabIndex}
          aria-label={t('menuFor', { name: card.name ?? '' })}
        >
          <MoreHorizontal aria-hidden="true" />
        </Button>
      </DropdownMenuTrigger>
      {open && (
        <DropdownMenuContent align="end" className="w-64">
          <DropdownMenuLabel>{t('to')}</DropdownMenuLabel>
          {targets.map((target) => {
            const here = target.stageId === card.stage.id;
            const obstacle = moveObstacle(card, target);
            return (
              <DropdownMenuItem
                key={target.stageId}
                disabled={here || obstacle !== null}
                onSelect={() => onMove(target)}
              >
                <StepMark step={target.step} />
                <span className="min-w-0 grow truncate">{target.name}</span>
                {(here || obstacle !== null) && (
                  <span className="shrink-0 text-xs text-faint">
                    {here ? t('here') : obstacle !== null && t(`obstacle.${obstacle}`)}
                  </span>
                )}
              </DropdownMenuItem>
            );
          })}
          <DropdownMenuSeparator />
          <DropdownMenuItem tone="critical" onSelect={onEnd}>
            {t('end')}
          </DropdownMenuItem>
        </DropdownMenuContent>
      )}
    </DropdownMenu>
  );
}
