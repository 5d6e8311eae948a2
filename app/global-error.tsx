'use client';

import { CrashPage } from '@/components/layout/crash-page';
import './globals.css';

type Props = { error: Error & { digest?: string } };

/** The root layout itself failed: no provider, no words loaded, so this page brings its own. */
export default function GlobalError({ error }: Props) {
  return (
    <html lang="zh-CN">
      <body>
        <CrashPage digest={error.digest} />
      </body>
    </html>
  );
}
