/** Layers every file of lib/server may ask. */
const SERVER = ['lib/server/base/'];
const LIB_OF_COMPONENTS = ['lib/domain/', 'lib/client/', 'lib/i18n/', 'lib/utils'];
const SHARED_COMPONENTS = ['components/charts/', 'components/tables/', 'components/layout/'];

export type Layer = { prefix: string; mayImport: string[] };

const layer = (prefix: string, ...mayImport: string[]): Layer => ({ prefix, mayImport });
const server = (name: string, ...mayImport: string[]): Layer => ({
  prefix: `lib/server/${name}`,
  mayImport: [
    ...SERVER,
    ...mayImport.map((one) => (one.startsWith('lib/') ? one : `lib/server/${one}`)),
  ],
});

/**
 * Who may import what (docs: the layer table). The first prefix that fits a file is its layer; a
 * layer may import itself. `import type` obeys too.
 */
export const LAYERS: Layer[] = [
  layer(
    'app/api/',
    'lib/server/http/',
    'lib/server/services/',
    'lib/server/events/',
    'lib/server/auth/',
    'lib/domain/',
  ),
  layer('app/', 'components/', ...LIB_OF_COMPONENTS, 'lib/server/auth/', 'lib/server/services/'),
  layer('components/ui/', 'lib/utils'),
  ...SHARED_COMPONENTS.map((prefix) => layer(prefix, 'components/ui/', ...LIB_OF_COMPONENTS)),
  layer('components/', 'components/', ...LIB_OF_COMPONENTS),
  layer('lib/domain/'),
  layer('lib/utils'),
  layer('lib/i18n/', 'lib/domain/'),
  layer('lib/client/', 'lib/domain/', 'lib/i18n/'),
  server('base/'),
  server('runtime', 'db/', 'feishu/', 'lib/domain/'),
  server('db/', 'lib/domain/'),
  server('feishu/', 'lib/domain/'),
  server('auth/', 'runtime', 'db/', 'feishu/', 'lib/domain/'),
  server('http/', 'runtime', 'auth/', 'lib/domain/'),
  server('mirror/', 'db/', 'feishu/', 'lib/domain/'),
  server('reports/', 'db/', 'lib/domain/'),
  server('services/', 'runtime', 'db/', 'feishu/', 'mirror/', 'reports/', 'sync/', 'lib/domain/'),
  server('sync/', 'runtime', 'db/', 'feishu/', 'mirror/', 'lib/domain/'),
  server('events/', 'runtime', 'db/', 'feishu/', 'mirror/', 'lib/domain/'),
  server('worker/', 'runtime', 'sync/', 'events/', 'services/', 'db/', 'lib/domain/'),
  layer('instrumentation.ts', 'lib/server/worker/'),
  layer('proxy.ts', 'lib/server/auth/', 'lib/server/http/', 'lib/server/base/', 'lib/domain/'),
];

/** Loaded by a foreign command line, so it cannot declare server-only. */
export const TOOL_FILES = ['lib/server/db/drizzle.config.ts'];

/** Routes without a signed-in person: each proves the caller in its own way. */
export const OPEN_ROUTES = ['app/api/auth/', 'app/api/webhooks/', 'app/api/health/'];
