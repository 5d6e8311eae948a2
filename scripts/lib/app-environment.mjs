import { root } from './root.mjs';
import { generatedSecrets } from './secrets.mjs';
import { appEnvironment, loadEnvFiles, readSettings } from './settings.mjs';

/** For tools beside a running app: the configuration that `npm start` gives it, into process.env. */
export function loadAppEnvironment() {
  loadEnvFiles(root);
  const settings = readSettings(process.env, { root, dev: false });
  const databaseUrl =
    settings.databaseUrl ?? `postgres://postgres@127.0.0.1:${settings.ports.database}/postgres`;
  const secrets = generatedSecrets(settings.dataDir);
  Object.assign(process.env, appEnvironment(settings, { databaseUrl, secrets }));
}
