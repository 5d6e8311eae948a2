'use client';

import { Download, FileX2, Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { EmptyState } from '@/components/layout/empty-state';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton, Loading } from '@/components/layout/loading';
import { errorFacts } from '@/components/layout/use-error-words';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { type OpenResume, openResume } from './open-resume';
import { ResumePage } from './resume-page';

const ZOOMS: readonly number[] = [0.75, 1, 1.25, 1.5, 2];

type Props = { attachmentId: string | null; name: string };

/** The résumé as Feishu has it, drawn here: the file comes through our own route and stays there. */
export function ResumeViewer({ attachmentId, name }: Props) {
  const t = useTranslations('applications.resume');
  if (attachmentId === null) {
    return <EmptyState reason="nothing" title={t('noneTitle')} body={t('noneBody')} />;
  }
  return <Document key={attachmentId} url={`/api/attachments/${attachmentId}`} name={name} />;
}

type State =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'other'; mime: string }
  | { kind: 'open'; resume: OpenResume };

function Document({ url, name }: { url: string; name: string }) {
  const t = useTranslations('applications.resume');
  const [state, setState] = useState<State>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const [zoom, setZoom] = useState(1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens it again
  useEffect(() => {
    const abort = new AbortController();
    let opened: OpenResume | undefined;
    openResume(url, abort.signal).then(
      (result) => {
        if (result.kind === 'other') setState(result);
        else {
          opened = result;
          setState({ kind: 'open', resume: result });
        }
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setState({ kind: 'failed', error });
      },
    );
    return () => {
      abort.abort();
      opened?.close();
    };
  }, [url, attempt]);

  if (state.kind === 'loading') {
    return (
      <Loading>
        <BlockSkeleton className="h-160" />
      </Loading>
    );
  }
  if (state.kind === 'failed') {
    return (
      <ErrorState
        error={errorFacts(state.error)}
        title={t('failedTitle')}
        onRetry={() => {
          setState({ kind: 'loading' });
          setAttempt(attempt + 1);
        }}
      />
    );
  }
  if (state.kind === 'other') {
    return (
      <div className="grid justify-items-center gap-3 rounded-card border border-line py-12 text-center">
        <FileX2 aria-hidden="true" className="size-8 text-faint" />
        <p>{t('noPreview')}</p>
        <Button asChild>
          <a href={url} download>
            <Download aria-hidden="true" />
            {t('download')}
          </a>
        </Button>
      </div>
    );
  }
  const at = ZOOMS.indexOf(zoom);
  return (
    <section
      aria-label={t('of', { name })}
      className="overflow-hidden rounded-card border border-line"
    >
      <header className="flex items-center gap-1 border-b border-line bg-surface px-2 py-1 print:hidden">
        <span className="grow px-1 text-sm text-muted">
          {t('pages', { count: state.resume.pageCount })}
        </span>
        <IconButton
          label={t('zoomOut')}
          disabled={at <= 0}
          onClick={() => setZoom(ZOOMS[at - 1] ?? zoom)}
        >
          <Minus aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('zoomIn')}
          disabled={at >= ZOOMS.length - 1}
          onClick={() => setZoom(ZOOMS[at + 1] ?? zoom)}
        >
          <Plus aria-hidden="true" />
        </IconButton>
        <Button asChild variant="ghost" size="icon">
          <a href={url} download aria-label={t('download')}>
            <Download aria-hidden="true" />
          </a>
        </Button>
      </header>
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: with a canvas inside, the keyboard has no other way to scroll it
        tabIndex={0}
        className="grid max-h-[calc(100dvh-12rem)] gap-3 overflow-auto bg-sunken p-3 -outline-offset-2"
      >
        {Array.from({ length: state.resume.pageCount }, (_, index) => (
          <ResumePage
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
            key={index}
            resume={state.resume}
            pageNumber={index + 1}
            zoom={zoom}
            label={t('page', { page: index + 1, name })}
          />
        ))}
      </div>
    </section>
  );
}
