'use client';

import { Eye, EyeOff, Mail, Phone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CopyValue } from '@/components/layout/copy-value';
import { errorFacts, useErrorWords } from '@/components/layout/use-error-words';
import { None } from '@/components/tables/cells';
import { Button } from '@/components/ui/button';
import { useRevealContact } from '@/lib/client/mutations/talents';
import type { TalentDto } from '@/lib/domain/talents';

type Props = { talentId: string; contact: TalentDto['contact'] };

/**
 * Phone and e-mail, masked until asked for. Plain text lives in this component alone: hiding it or
 * leaving the page forgets it, and showing it again is another entry in the log.
 */
export function TalentContact({ talentId, contact }: Props) {
  const t = useTranslations('talents.contact');
  const words = useErrorWords();
  const reveal = useRevealContact(talentId);
  const plain = reveal.data;
  const known = contact.phone !== null || contact.email !== null;

  return (
    <section
      aria-label={t('title')}
      className="grid gap-1.5 rounded-card border border-line bg-surface px-3 py-2 text-sm max-sm:w-full print:hidden"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <dl aria-live="polite" className="grid min-w-0 grow gap-x-4 gap-y-0.5">
          <Line icon={<Phone aria-hidden="true" />} label={t('phone')}>
            <Value masked={contact.phone} plain={plain?.phone} copyLabel={t('copyPhone')} />
          </Line>
          <Line icon={<Mail aria-hidden="true" />} label={t('email')}>
            <Value masked={contact.email} plain={plain?.email} copyLabel={t('copyEmail')} />
          </Line>
        </dl>
        {known && contact.mayReveal && (
          <Button
            size="sm"
            busy={reveal.isPending}
            onClick={() => (plain ? reveal.reset() : reveal.mutate())}
          >
            {plain ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
            {t(plain ? 'hide' : 'reveal')}
          </Button>
        )}
      </div>
      {reveal.isError && (
        <p role="alert" className="max-w-80 text-critical">
          {words(errorFacts(reveal.error))}
        </p>
      )}
      <p className="text-xs text-faint">
        {t(!known ? 'none' : !contact.mayReveal ? 'forbidden' : plain ? 'revealed' : 'logged')}
      </p>
    </section>
  );
}

function Line({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className="flex h-6 min-w-0 items-center gap-2">
      <dt className="shrink-0 text-faint [&_svg]:size-3.5">
        {icon}
        <span className="sr-only">{label}</span>
      </dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

type ValueProps = { masked: string | null; plain: string | null | undefined; copyLabel: string };

function Value({ masked, plain, copyLabel }: ValueProps) {
  if (plain) return <CopyValue value={plain} label={copyLabel} />;
  return masked === null ? <None /> : <span className="font-mono text-muted">{masked}</span>;
}
