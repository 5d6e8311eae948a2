'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

type Props = { value: string; label: string };

/** A value in plain sight with a button that copies it; selectable by hand where copying is refused. */
export function CopyValue({ value, label }: Props) {
  const t = useTranslations('common.actions');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };

  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <code className="truncate font-mono text-sm select-all" title={value}>
        {value}
      </code>
      <button
        type="button"
        aria-label={copied ? t('copied') : label}
        onClick={copy}
        className="grid size-6 shrink-0 place-items-center rounded-control text-muted hover:bg-hover hover:text-text"
      >
        {copied ? (
          <Check aria-hidden="true" className="size-3.5 text-positive" />
        ) : (
          <Copy aria-hidden="true" className="size-3.5" />
        )}
      </button>
    </span>
  );
}
