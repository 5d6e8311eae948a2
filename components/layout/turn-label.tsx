import { useTranslations } from 'next-intl';
import { TurnMark, type TurnShape } from '@/components/ui/turn-mark';
import type { TurnParty } from '@/lib/domain/turn';
import { type BilingualText, pickText } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';

export const TURN_SHAPES: Record<TurnParty, TurnShape> = {
  recruiter: 'dot',
  evaluator: 'ring',
  interviewer: 'ring',
  candidate: 'hollow',
  approver: 'square',
};

type Props = { party: TurnParty; person?: BilingualText | null; className?: string };

/** Who must act: the mark, the word, and the person where one is known. */
export function TurnLabel({ party, person, className }: Props) {
  const t = useTranslations('common.turn');
  const { locale } = useFormat();
  const name = pickText(person, locale);
  return (
    <span className={cn('inline-flex max-w-full min-w-0 items-center gap-1.5', className)}>
      <TurnMark shape={TURN_SHAPES[party]} />
      <span className="truncate">
        {t(party)}
        {name && <span lang={name.lang}> {name.text}</span>}
      </span>
    </span>
  );
}
