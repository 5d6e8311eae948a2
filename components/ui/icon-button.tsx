'use client';

import { Button, type ButtonProps } from './button';
import { Kbd } from './kbd';
import { Tooltip } from './tooltip';

type Props = Omit<ButtonProps, 'aria-label' | 'asChild'> & {
  /** Its accessible name, shown as the tooltip. */
  label: string;
  /** Key that does the same, printed in the tooltip. */
  shortcut?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
};

export function IconButton({
  label,
  shortcut,
  side,
  variant = 'ghost',
  size = 'icon',
  ...props
}: Props) {
  return (
    <Tooltip
      side={side}
      content={
        <>
          {label}
          {shortcut && <Kbd>{shortcut}</Kbd>}
        </>
      }
    >
      <Button
        variant={variant}
        size={size}
        aria-label={label}
        aria-keyshortcuts={shortcut}
        {...props}
      />
    </Tooltip>
  );
}
