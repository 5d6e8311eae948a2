'use client';

import { useState } from 'react';

export type Carry = { applicationId: string; fromColumn: string; overColumn: string };

type Options = {
  columnKeys: readonly string[];
  onDrop: (carry: Carry) => void;
  onPick: (carry: Carry) => void;
  onHover: (carry: Carry) => void;
  onCancel: (carry: Carry) => void;
};

/** A card carried by keyboard: space picks up, arrows aim, space drops, escape lets go. */
export function useCarry({ columnKeys, onDrop, onPick, onHover, onCancel }: Options) {
  const [carry, setCarry] = useState<Carry | null>(null);

  const pick = (applicationId: string, column: string) => {
    const next = { applicationId, fromColumn: column, overColumn: column };
    setCarry(next);
    onPick(next);
  };

  /** True when the key belonged to the carry; a key on another card lets the carried one go. */
  const handleKey = (key: string, applicationId: string): boolean => {
    if (!carry) return false;
    if (carry.applicationId !== applicationId) {
      setCarry(null);
      onCancel(carry);
      return false;
    }
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const at = columnKeys.indexOf(carry.overColumn);
      const overColumn = columnKeys[at + (key === 'ArrowRight' ? 1 : -1)];
      if (overColumn !== undefined) {
        const next = { ...carry, overColumn };
        setCarry(next);
        onHover(next);
      }
      return true;
    }
    if (key === ' ' || key === 'Enter') {
      setCarry(null);
      onDrop(carry);
      return true;
    }
    if (key === 'Escape') {
      setCarry(null);
      onCancel(carry);
      return true;
    }
    return key === 'Tab' || key === 'ArrowUp' || key === 'ArrowDown';
  };

  return { carry, pick, handleKey };
}
