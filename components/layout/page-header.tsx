import type { ReactNode } from 'react';

type Props = {
  title: ReactNode;
  /** Language of the title where it is data (a job, a person). */
  titleLang?: string;
  /** One line, each part its own element: 312 active | as of 10:42. */
  context?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** A link one level up, above the title. */
  back?: ReactNode;
};

export function PageHeader({ title, titleLang, context, actions, back }: Props) {
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 grow basis-44">
        {back && <div className="mb-0.5 text-sm text-muted">{back}</div>}
        <h1 lang={titleLang} className="text-xl leading-snug font-semibold">
          {title}
        </h1>
        {context && (
          // Each part brings the line before it; the one at the start of a row is cut off.
          <div className="overflow-hidden text-sm text-muted">
            <div className="-ml-[9px] flex flex-wrap items-center gap-x-2 [&>*]:before:mr-2 [&>*]:before:inline-block [&>*]:before:h-3 [&>*]:before:w-px [&>*]:before:bg-edge [&>*]:before:align-[-0.1em]">
              {context}
            </div>
          </div>
        )}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </header>
  );
}
