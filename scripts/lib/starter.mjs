import { join, relative } from 'node:path';
import { forgetBuild, isBuilt, rememberBuild, sourceHash } from './build.mjs';
import { checkAppSecret, checkDatabase } from './checks.mjs';
import { installCommand, isInstalled } from './install.mjs';
import { nodeArgs, Part } from './part.mjs';
import { requirePort } from './ports.mjs';
import { RunFile } from './run-file.mjs';
import { generatedSecrets } from './secrets.mjs';
import { appEnvironment } from './settings.mjs';
import { StartError } from './start-error.mjs';

const READY_WITHIN_MS = 180_000;

/** Starts every part of the product and ends them together. */
export class Starter {
  /** @type {Part[]} in the order of their start */
  #parts = [];
  #stopped = false;

  /**
   * @param {import('./settings.mjs').Settings} settings
   * @param {ReturnType<typeof import('./report.mjs').createReport>} report
   */
  constructor(settings, report) {
    this.settings = settings;
    this.report = report;
    this.runFile = new RunFile(settings.dataDir);
  }

  /** Throws a StartError with one clear line when something is in the way. */
  async start() {
    const { settings, report } = this;
    const ended = await this.runFile.takeOver();
    if (ended.length > 0)
      report.print(`  Ended what an earlier start left behind: ${ended.join(', ')}.`);
    await this.#requirePorts();
    const secrets = generatedSecrets(settings.dataDir);
    await this.#install();
    const [, databaseUrl] = await Promise.all([
      this.#upstream(),
      this.#database(),
      settings.dev ? undefined : this.#build(),
    ]);
    const env = { ...process.env, ...appEnvironment(settings, { databaseUrl, secrets }) };
    await this.#migrate(env);
    await this.#app(env);
    return {
      url: `http://localhost:${settings.ports.app}`,
      databaseUrl,
      feishuUrl: settings.feishuUrl,
    };
  }

  /** Settles with the reason when a running part ends by itself. */
  async firstDeath() {
    return Promise.race(
      this.#parts.map(async (part) => {
        const how = await part.ended;
        return part.stopping ? new Promise(() => {}) : part.lastWords(how);
      }),
    );
  }

  /** Ends the newest part first: the app before what it needs. */
  async stop() {
    if (this.#stopped) return;
    this.#stopped = true;
    const [app, ...rest] = this.#parts.toReversed();
    await app?.stop();
    await Promise.all(rest.map((part) => part.stop()));
    this.runFile.clear();
  }

  async #requirePorts() {
    const { ports, sandbox, databaseUrl } = this.settings;
    await requirePort('the app', 'PORT', ports.app);
    if (sandbox) await requirePort('the sandbox', 'SANDBOX_PORT', ports.sandbox);
    if (!databaseUrl) await requirePort('the embedded database', 'DATABASE_PORT', ports.database);
  }

  async #install() {
    if (isInstalled(this.settings.root)) return;
    const step = this.report.step('install', 'installing packages from the lock file');
    const part = this.#run('install', ...installCommand(), { env: process.env });
    await part.finish();
    step.done('packages installed as the lock file says');
  }

  async #build() {
    const { root, distDir } = this.settings;
    const hash = sourceHash(root);
    if (isBuilt(distDir, hash)) {
      this.report.print('  build       up to date');
      return;
    }
    const step = this.report.step('build', 'building the app, about a minute');
    forgetBuild(distDir);
    const part = this.#run('build', process.execPath, this.#next('build'), {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    await part.finish();
    rememberBuild(distDir, hash);
    step.done('built');
  }

  async #upstream() {
    const { settings, report } = this;
    if (!settings.sandbox) {
      const step = report.step('feishu', `asking ${settings.feishuUrl} for a token`);
      step.done(await checkAppSecret(settings));
      return;
    }
    const step = report.step('sandbox', 'starting the stand-in for Feishu');
    const script = join(settings.root, 'sandbox', 'main.ts');
    const part = this.#run('sandbox', process.execPath, nodeArgs(script, [], ['--import', 'tsx']), {
      env: {
        ...process.env,
        SANDBOX_PORT: String(settings.ports.sandbox),
        // What changes there reaches open screens at once.
        SANDBOX_EVENT_URL:
          process.env.SANDBOX_EVENT_URL ||
          `http://127.0.0.1:${settings.ports.app}/api/webhooks/feishu`,
        SANDBOX_DIR: join(settings.dataDir, 'sandbox'),
      },
      onLine: (line) => step.progress(line.slice(0, 100)),
    });
    const url = `http://127.0.0.1:${settings.ports.sandbox}`;
    await answers(part, `${url}/`);
    if (settings.limitsScale) await scaleLimits(url, settings.limitsScale);
    step.done(`Feishu sandbox on http://localhost:${settings.ports.sandbox}`);
  }

  async #database() {
    const { settings, report } = this;
    if (settings.databaseUrl) {
      const step = report.step('database', 'connecting');
      step.done(await checkDatabase(settings.databaseUrl));
      return settings.databaseUrl;
    }
    const step = report.step('database', 'opening the embedded database');
    const directory = join(settings.dataDir, 'database');
    const args = ['--dir', directory, '--port', String(settings.ports.database)];
    const part = this.#run(
      'database',
      process.execPath,
      [join(settings.root, 'scripts', 'database.mjs'), ...args],
      { env: process.env },
    );
    const { port } = await Promise.race([part.firstMessage, part.failure()]);
    step.done(`embedded PostgreSQL in ${relative(settings.root, directory) || '.'}, port ${port}`);
    return `postgres://postgres@127.0.0.1:${port}/postgres`;
  }

  async #migrate(env) {
    const step = this.report.step('migrations', 'bringing the schema up to date');
    const script = join(this.settings.root, 'scripts', 'migrate.ts');
    const flags = ['--conditions=react-server', '--import', 'tsx'];
    const part = this.#run('migrations', process.execPath, nodeArgs(script, [], flags), { env });
    const message = part.firstMessage;
    await part.finish();
    const { applied } = await message;
    step.done(applied.length > 0 ? `applied ${applied.length}` : 'up to date');
  }

  async #app(env) {
    const { settings, report } = this;
    const url = `http://localhost:${settings.ports.app}`;
    const step = report.step('app', 'starting');
    const mode = settings.dev ? 'dev' : 'start';
    const part = this.#run(
      'app',
      process.execPath,
      this.#next(mode, '-p', String(settings.ports.app)),
      {
        env: { ...env, NODE_ENV: settings.dev ? 'development' : 'production' },
        show: settings.dev,
      },
    );
    await answers(part, `http://127.0.0.1:${settings.ports.app}/api/health`);
    step.done(url);
  }

  #next(...args) {
    return nodeArgs(join(this.settings.root, 'node_modules', 'next', 'dist', 'bin', 'next'), args);
  }

  #run(name, command, args, options) {
    if (this.#stopped) throw new StartError('stopped');
    const part = new Part(name, command, args, {
      cwd: this.settings.root,
      logFile: join(this.settings.dataDir, 'logs', `${name}.log`),
      ...options,
      env: { NEXT_TELEMETRY_DISABLED: '1', ...options.env },
    });
    this.#parts.push(part);
    if (part.pid) this.runFile.add(name, part.pid);
    part.ended.then(() => {
      if (part.pid && !this.#stopped) this.runFile.remove(part.pid);
      if (['install', 'build', 'migrations'].includes(name)) {
        this.#parts = this.#parts.filter((one) => one !== part);
      }
    });
    return part;
  }
}

/** The app paces itself by FEISHU_LIMITS_SCALE; the sandbox has to allow that pace. */
async function scaleLimits(sandboxUrl, scale) {
  const response = await fetch(`${sandboxUrl}/_sandbox/limits`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scale }),
  });
  if (!response.ok) throw new StartError(`The sandbox refused FEISHU_LIMITS_SCALE=${scale}.`);
}

/** Waits until a part answers HTTP at all, or throws with its last words when it ends before. */
async function answers(part, url) {
  const failure = part.failure();
  failure.catch(() => {});
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      await Promise.race([
        fetch(url, { signal: AbortSignal.timeout(30_000), redirect: 'manual' }),
        failure,
      ]);
      return;
    } catch (error) {
      if (error instanceof StartError) throw error;
      if (Date.now() > until) throw new StartError(part.lastWords('does not answer'));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
