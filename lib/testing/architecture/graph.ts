import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';

export type Import = {
  specifier: string;
  /** The file of ours it means; undefined for a package. */
  to?: string;
  /** A whole `import type` or `export type`: gone at run time. */
  typeOnly: boolean;
};

export type Source = {
  file: string;
  imports: Import[];
  isClient: boolean;
  /** Exported constants and functions, with the function whose call made them. */
  exports: { name: string; madeBy?: string }[];
  /** Names of all functions the file calls. */
  calls: Set<string>;
};

export type Graph = Map<string, Source>;

type Exists = (file: string) => boolean;

function resolve(from: string, specifier: string, exists: Exists): string | undefined {
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? posix.join(posix.dirname(from), specifier)
      : undefined;
  if (base === undefined) return undefined;
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].map((end) => base + end).find(exists);
}

const CALL = /(?<![.\w])([A-Za-z_$][\w$]*)\s*(?:<[^<>()]*>)?\(/g;

/** Reads one file's imports and what it exports. Throws when it does not parse. */
export function readSource(file: string, code: string, exists: Exists): Source {
  const { program, module, errors } = parseSync(file, code);
  if (errors[0]) throw new Error(`${file} does not parse: ${errors[0].message}`);
  const found: Omit<Import, 'to'>[] = [];
  for (const one of module.staticImports) {
    const typeOnly = /^import\s+type\b/.test(code.slice(one.start, one.end));
    found.push({ specifier: one.moduleRequest.value, typeOnly });
  }
  for (const one of module.staticExports) {
    for (const entry of one.entries) {
      if (!entry.moduleRequest) continue;
      found.push({ specifier: entry.moduleRequest.value, typeOnly: entry.isType });
    }
  }
  for (const one of module.dynamicImports) {
    const text = code.slice(one.moduleRequest.start, one.moduleRequest.end);
    found.push({ specifier: text.replaceAll(/^['"`]|['"`]$/g, ''), typeOnly: false });
  }
  const imports = found.map((one) => {
    const to = resolve(file, one.specifier, exists);
    return to === undefined ? one : { ...one, to };
  });
  return {
    file,
    imports,
    isClient: program.body.some((node) => 'directive' in node && node.directive === 'use client'),
    exports: exportsOf(code),
    calls: new Set([...code.matchAll(CALL)].map((match) => match[1] ?? '')),
  };
}

const EXPORT =
  /^export\s+(?:async\s+)?(?:const|let|function)\s+([\w$]+)(?:\s*=\s*([\w$.]+)\s*(?:<[^()]*>)?\()?/gm;
const DESTRUCTURED = /^export\s*\{([^}]*)\}/gm;

function exportsOf(code: string): Source['exports'] {
  const direct = [...code.matchAll(EXPORT)].map(([, name = '', madeBy]) =>
    madeBy === undefined ? { name } : { name, madeBy },
  );
  const listed = [...code.matchAll(DESTRUCTURED)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((name) => ({ name: (name.split(/\s+as\s+/).at(-1) ?? '').trim() }))
      .filter(({ name }) => name !== '' && !name.startsWith('type ')),
  );
  return [...direct, ...listed];
}

/** A graph out of small texts, for rules that must be seen to fail. */
export function graphOf(files: Record<string, string>): Graph {
  const exists = (file: string) => file in files;
  return new Map(
    Object.entries(files).map(([file, code]) => [file, readSource(file, code, exists)]),
  );
}

/** Every source file under these folders and files of the project, tests included. */
export function projectGraph(root: string, folders: string[], files: string[]): Graph {
  const listed = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        posix.join(folder, file.replaceAll('\\', '/')),
      ),
    )
    .concat(files.filter((file) => existsSync(join(root, file))))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
  const known = new Set(listed);
  const exists = (file: string) => known.has(file);
  return new Map(
    listed.map((file) => [file, readSource(file, readFileSync(join(root, file), 'utf8'), exists)]),
  );
}
