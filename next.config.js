import createNextIntlPlugin from 'next-intl/plugin';

/** @type {import('next').NextConfig} */
const config = {
  // A second server beside a running one (tests, bench) builds into its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ['pg', 'pino'],
  devIndicators: false,
  // `requireActor` draws the nearest forbidden.tsx where a role lacks the right to a page.
  experimental: { authInterrupts: true },
};

export default createNextIntlPlugin('./lib/i18n/request.ts')(config);
