import { cpSync } from 'node:fs';
import createNextIntlPlugin from 'next-intl/plugin';

// The résumé viewer loads its worker and the maps of Chinese fonts from our own address.
for (const part of ['cmaps', 'standard_fonts', 'build/pdf.worker.min.mjs']) {
  cpSync(`node_modules/pdfjs-dist/${part}`, `public/pdfjs/${part.replace('build/', '')}`, {
    recursive: true,
    errorOnExist: false,
  });
}

/** @type {import('next').NextConfig} */
const config = {
  // A second server beside a running one (tests, bench) builds into its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ['pg', 'pino', 'ws'],
  devIndicators: false,
  // `requireActor` draws the nearest forbidden.tsx where a role lacks the right to a page.
  experimental: { authInterrupts: true },
};

// Messages are compiled at build time, so that no parser travels to the browser.
const withIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: {
    messages: { path: './lib/i18n/messages', format: 'json', locales: 'infer', precompile: true },
  },
});

export default withIntl(config);
