'use client';

import { ArrowRightLeft, RotateCcw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { StepMark } from '@/components/layout/step-label';
import { errorFacts, useErrorWords } from '@/components/layout/use-error-words';
import type { MoveTarget } from '@/components/pipeline/move-menu';
import { useBoardMoves } from '@/components/pipeline/use-board-moves';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { useRecoverApplication } from '@/lib/client/mutations/applications';
import { notify } from '@/lib/client/notify';
import { useIntent } from '@/lib/client/use-intent';
import type { ApplicationDto } from '@/lib/domain/applications';
import { moveObstacle } from '@/lib/domain/board-moves';
import { STEPS } from '@/lib/domain/steps';
import { useFormat } from '@/lib/i18n/use-format';
import { FeishuLinks, FeishuPlaces } from './feishu-tasks';

const EndApplicationDialog = dynamic(() =>
  import('./end-application-dialog').then((module) => module.EndApplicationDialog),
);

/** Move, end, recover: what the viewer may do with this application, each refusal in words. */
export function ApplicationActions({ application }: { application: ApplicationDto }) {
  const t = useTranslations('applications');
  const moves = useTranslations('pipeline.move');
  const words = useErrorWords();
  const format = useFormat();
  const { row, stages, allowed, feishuTasks } = application;
  const { move, refusals } = useBoardMoves();
  const recover = useRecoverApplication();
  const intent = useIntent();
  const [ending, setEnding] = useState(false);
  const name = row.name ?? '';

  const targets: MoveTarget[] = stages.map((stage) => ({
    stageId: stage.id,
    name: format.text(stage.name),
    step: STEPS.find((step) => step === stage.step) ?? 'screen',
  }));
  const here: MoveTarget = {
    stageId: row.stage.id,
    name: format.text(row.stage.name),
    step: row.step,
  };
  const refusal =
    refusals.get(row.id) ?? (recover.isError ? words(errorFacts(recover.error)) : null);

  return (
    <div className="grid gap-1 print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        {allowed.move && (
          <DropdownMenu modal={false}>
            <DropdownMenuTrigger asChild>
              <Button variant="primary">
                <ArrowRightLeft aria-hidden="true" />
                {t('move')}
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent className="w-64">
              {targets.map((target) => {
                const isHere = target.stageId === here.stageId;
                const obstacle = moveObstacle(row, target);
                return (
                  <DropdownMenuItem
                    key={target.stageId}
                    disabled={isHere || obstacle !== null}
                    onSelect={() => move(row, here, target)}
                  >
                    <StepMark step={target.step} />
                    <span className="min-w-0 grow truncate">{target.name}</span>
                    {(isHere || obstacle !== null) && (
                      <span className="shrink-0 text-xs text-faint">
                        {isHere ? moves('here') : obstacle && moves(`obstacle.${obstacle}`)}
                      </span>
                    )}
                  </DropdownMenuItem>
                );
              })}
            </DropdownMenuContent>
          </DropdownMenu>
        )}
        <FeishuLinks tasks={feishuTasks} leads={!allowed.move} />
        {allowed.end && (
          <Button variant="critical" onClick={() => setEnding(true)}>
            {t('endButton')}
          </Button>
        )}
        {allowed.recover && (
          <Button
            variant="primary"
            busy={recover.isPending}
            onClick={() =>
              recover.mutate(
                { applicationId: row.id, requestId: intent.idFor('recover') },
                {
                  onSettled: (_answer, error) => intent.answered(error ?? undefined),
                  onSuccess: () =>
                    notify({ tone: 'positive', title: t('end.recovered', { name }) }),
                },
              )
            }
          >
            <RotateCcw aria-hidden="true" />
            {t('recover')}
          </Button>
        )}
      </div>
      <FeishuPlaces tasks={feishuTasks} />
      {refusal !== null && (
        <p role="alert" className="max-w-80 text-sm text-critical">
          {refusal}
        </p>
      )}
      {ending && (
        <EndApplicationDialog applicationId={row.id} name={name} onClose={() => setEnding(false)} />
      )}
    </div>
  );
}
