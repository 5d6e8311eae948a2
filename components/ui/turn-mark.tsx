import { cn } from '@/lib/utils';

/** `dot` us, `ring` manager or interviewer, `hollow` candidate, `square` an approval in Feishu. */
export type TurnShape = 'dot' | 'ring' | 'hollow' | 'square';

const shapes: Record<TurnShape, string> = {
  dot: 'rounded-full bg-accent',
  ring: 'rounded-full border-[3px] border-accent',
  hollow: 'rounded-full border-[1.5px] border-muted',
  square: 'rounded-[2px] bg-info',
};

/** A sign told apart by form alone; the word beside it says the same. */
export function TurnMark({ shape, className }: { shape: TurnShape; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn('inline-block size-2.5 shrink-0', shapes[shape], className)}
    />
  );
}
