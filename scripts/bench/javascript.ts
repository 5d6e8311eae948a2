import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { root } from '@/scripts/lib/root.mjs';
import { printTable } from './statistics';

const dist = join(root, process.env.NEXT_DIST_DIR || '.next');
const Manifest = z.object({ rootMainFiles: z.array(z.string()) });

const kib = (path: string) => gzipSync(readFileSync(path)).length / 1024;

/** Scripts a browser of today loads with the page, as the HTML names them. */
function scriptsOf(html: string): string[] {
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  const sources = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="\/_next\/([^"?]+)/.exec(tag)?.[1] ?? []);
  return [...new Set(sources)].map(decodeURIComponent);
}

/** First-load JavaScript of each screen, gzip, against what every page of this build loads. */
export async function benchJavascript(
  base: string,
  cookie: string,
  paths: string[],
): Promise<void> {
  const manifest = Manifest.parse(
    JSON.parse(readFileSync(join(dist, 'build-manifest.json'), 'utf8')),
  );
  const empty = manifest.rootMainFiles.reduce((sum, file) => sum + kib(join(dist, file)), 0);
  const rows: (string | number)[][] = [['(empty page)', empty, 0]];
  for (const path of paths) {
    const response = await fetch(base + path, { headers: { cookie } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const size = scriptsOf(await response.text()).reduce(
      (sum, file) => sum + kib(join(dist, file)),
      0,
    );
    rows.push([path.replaceAll(/\d{10,}/g, ':id'), size, size - empty]);
  }
  printTable('First-load JavaScript, KiB gzip', ['screen', 'all', 'above empty'], rows);
}
