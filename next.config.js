/** @type {import('next').NextConfig} */
const config = {
  // A second server beside a running one (tests, bench) builds into its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ['pg', 'pino'],
  devIndicators: false,
};

export default config;
