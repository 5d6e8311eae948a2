import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const FOLDERS = ['app', 'components', 'lib', 'public'];
const TOP_LEVEL = /\.(m?[jt]sx?|json)$/;
/** Not part of what the browser or the server gets, or made by the build itself. */
const IRRELEVANT =
  /(\.test\.tsx?$|^public\/pdfjs\/|^lib\/testing\/|^(vitest\.config\.ts|biome\.json|knip\.json|next-env\.d\.ts)$)/;

function* sources(root) {
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.isFile() && TOP_LEVEL.test(entry.name)) yield entry.name;
  }
  for (const folder of FOLDERS.filter((name) => existsSync(join(root, name)))) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) yield relative(root, join(entry.parentPath ?? entry.path, entry.name));
    }
  }
}

/**
 * One word for everything a build is made of.
 * @param {string} root
 */
export function sourceHash(root, nodeVersion = process.versions.node) {
  const hash = createHash('sha256').update(`node ${nodeVersion.split('.')[0]}\n`);
  const publicEnv = Object.entries(process.env).filter(([name]) => name.startsWith('NEXT_PUBLIC_'));
  hash.update(JSON.stringify(publicEnv.sort()));
  for (const file of [...sources(root)].filter((name) => !IRRELEVANT.test(name)).sort()) {
    hash.update(`${file}\n`).update(
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

const stampOf = (distDir) => join(distDir, 'sources.sha256');

/** @param {string} distDir @param {string} hash */
export function isBuilt(distDir, hash) {
  if (!existsSync(join(distDir, 'BUILD_ID')) || !existsSync(stampOf(distDir))) return false;
  return readFileSync(stampOf(distDir), 'utf8') === hash;
}

/** An interrupted build must not pass for the one before it. @param {string} distDir */
export function forgetBuild(distDir) {
  rmSync(stampOf(distDir), { force: true });
}

/** @param {string} distDir @param {string} hash */
export function rememberBuild(distDir, hash) {
  mkdirSync(distDir, { recursive: true });
  writeFileSync(stampOf(distDir), hash);
}
