'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Section } from '@/components/layout/section';
import { errorFacts, useErrorWords } from '@/components/layout/use-error-words';
import { PersonText, WhenText } from '@/components/tables/cells';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useAddNote } from '@/lib/client/mutations/applications';
import { useIntent } from '@/lib/client/use-intent';
import type { NoteDto } from '@/lib/domain/applications';
import { langOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { keepNoteDraft, sentNote, useNoteDraft } from './note-drafts';

type Props = {
  applicationId: string;
  notes: readonly NoteDto[];
  /** When they were last read; null: not yet. */
  asOf: string | null;
  mayAdd: boolean;
};

export function NoteSection({ applicationId, notes, asOf, mayAdd }: Props) {
  const t = useTranslations('applications.note');
  const format = useFormat();
  return (
    <Section
      title={t('title')}
      note={asOf === null ? t('reading') : t('asOf', { time: format.when(asOf) })}
    >
      <div className="grid gap-3">
        {mayAdd && <NoteForm applicationId={applicationId} />}
        <NoteList notes={notes} asOf={asOf} />
      </div>
    </Section>
  );
}

/** Notes as plain text, the newest first. */
export function NoteList({ notes, asOf }: { notes: readonly NoteDto[]; asOf: string | null }) {
  const t = useTranslations('applications.note');
  if (notes.length === 0) return asOf === null ? null : <p className="text-faint">{t('none')}</p>;
  return (
    <ul className="grid gap-2">
      {notes.map((note) => (
        <li key={note.id} className="rounded-card border border-line px-3 py-2">
          <div className="flex flex-wrap items-center gap-2 text-sm text-muted">
            <PersonText name={note.author?.name} />
            {note.isPrivate && <Badge>{t('private')}</Badge>}
            <span className="ml-auto text-faint">
              <WhenText at={note.createdAt} />
            </span>
          </div>
          <p className="whitespace-pre-line" lang={langOf(note.content)}>
            {note.content}
          </p>
        </li>
      ))}
    </ul>
  );
}

function NoteForm({ applicationId }: { applicationId: string }) {
  const t = useTranslations('applications.note');
  const words = useErrorWords();
  const add = useAddNote();
  const { content, isPrivate } = useNoteDraft(applicationId);
  const intent = useIntent();
  const [empty, setEmpty] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (content.trim() === '') {
      setEmpty(true);
      return;
    }
    const note = { content: content.trim(), isPrivate };
    try {
      // Awaited, not called back: the person may be at another application by then.
      await add.mutateAsync({ applicationId, ...note, requestId: intent.idFor(note) });
      sentNote(applicationId, note.content);
      intent.answered();
    } catch (error) {
      intent.answered(error);
    }
  };

  return (
    <form onSubmit={submit} className="grid gap-2 print:hidden">
      <Field
        label={t('new')}
        error={
          add.isError
            ? words(errorFacts(add.error))
            : empty && content.trim() === ''
              ? t('empty')
              : undefined
        }
      >
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={5000}
            value={content}
            placeholder={t('placeholder')}
            onChange={(event) => {
              keepNoteDraft(applicationId, { content: event.target.value, isPrivate });
              if (add.isError) add.reset();
            }}
          />
        )}
      </Field>
      <div className="flex items-center gap-3">
        <label htmlFor={`private-${applicationId}`} className="flex items-center gap-2 text-sm">
          <Checkbox
            id={`private-${applicationId}`}
            checked={isPrivate}
            onChange={(event) =>
              keepNoteDraft(applicationId, { content, isPrivate: event.target.checked })
            }
          />
          {t('makePrivate')}
        </label>
        <Button type="submit" variant="primary" className="ml-auto" busy={add.isPending}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}
