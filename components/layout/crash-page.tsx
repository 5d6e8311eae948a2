'use client';

import { Button } from '@/components/ui/button';
import en from '@/lib/i18n/messages/en-US/crash.json';
import zh from '@/lib/i18n/messages/zh-CN/crash.json';

/** Both languages at once: when nothing else works, the reader's choice is not known either. */
export function CrashPage({ digest }: { digest: string | undefined }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-120 content-center gap-6 px-4">
      {[
        { lang: 'zh-CN', words: zh },
        { lang: 'en-US', words: en },
      ].map(({ lang, words }) => (
        <section key={lang} lang={lang} className="grid justify-items-start gap-2">
          <h1 className="text-lg font-semibold">{words.title}</h1>
          <p className="text-muted">{words.body}</p>
          <Button variant="secondary" onClick={() => window.location.reload()}>
            {words.reload}
          </Button>
        </section>
      ))}
      {digest && <code className="font-mono text-sm text-faint select-all">{digest}</code>}
    </main>
  );
}
