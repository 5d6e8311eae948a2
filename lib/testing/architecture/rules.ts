import type { Graph, Source } from './graph';
import { LAYERS, OPEN_ROUTES, TOOL_FILES } from './layers';

const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('lib/testing/');
const isSandbox = (file: string) => file.startsWith('sandbox/');

/** What is built: no tests, no sandbox, no configuration of a tool. */
export function product(graph: Graph): Source[] {
  return [...graph.values()].filter(
    ({ file }) => !isTest(file) && !isSandbox(file) && !TOOL_FILES.includes(file),
  );
}

const layerOf = (file: string) => LAYERS.find(({ prefix }) => file.startsWith(prefix));

export function filesWithoutLayer(graph: Graph): string[] {
  return product(graph)
    .map(({ file }) => file)
    .filter((file) => !layerOf(file));
}

/** Imports, of types too, that the layer table does not allow. */
export function layerCrossings(graph: Graph): string[] {
  return product(graph).flatMap(({ file, imports }) => {
    const own = layerOf(file);
    if (!own) return [];
    return imports.flatMap(({ to }) => {
      if (to === undefined || isTest(to) || isSandbox(to)) return [];
      const allowed = [own.prefix, ...own.mayImport].some((prefix) => to.startsWith(prefix));
      return allowed ? [] : [`${file} → ${to}`];
    });
  });
}

/** All files that run where this one runs. */
function reachable(graph: Graph, from: string): Set<string> {
  const seen = new Set<string>();
  const queue = [from];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const { to, typeOnly } of graph.get(file)?.imports ?? []) {
      if (to !== undefined && !typeOnly) queue.push(to);
    }
  }
  return seen;
}

function clientEntries(graph: Graph): Source[] {
  return product(graph).filter(({ isClient }) => isClient);
}

export function serverCodeInBrowser(graph: Graph): string[] {
  return clientEntries(graph).flatMap(({ file }) =>
    [...reachable(graph, file)]
      .filter((to) => to.startsWith('lib/server/'))
      .map((to) => `${file} ⇒ ${to}`),
  );
}

/** zod weighs 34 KiB: contracts reach the browser as types only. */
export function zodInBrowser(graph: Graph): string[] {
  const leaks = new Set(
    clientEntries(graph).flatMap(({ file }) =>
      [...reachable(graph, file)]
        .filter((to) =>
          graph
            .get(to)
            ?.imports.some(({ specifier, typeOnly }) => !typeOnly && /^zod(\/|$)/.test(specifier)),
        )
        .map((to) => `${file} ⇒ ${to}`),
    ),
  );
  return [...leaks];
}

export function withoutServerOnly(graph: Graph): string[] {
  return product(graph)
    .filter(
      ({ file, imports }) =>
        file.startsWith('lib/server/') &&
        !imports.some(({ specifier }) => specifier === 'server-only'),
    )
    .map(({ file }) => file);
}

const VERBS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** Handlers not made by `route()`: nobody would have asked who is there. */
export function unguardedRoutes(graph: Graph): string[] {
  return product(graph)
    .filter(
      ({ file }) =>
        /^app\/.*\/route\.tsx?$/.test(file) &&
        !OPEN_ROUTES.some((prefix) => file.startsWith(prefix)),
    )
    .flatMap(({ file, exports, imports }) => {
      const guarded = imports.some(({ specifier }) => specifier === '@/lib/server/http/route');
      const verbs = exports.filter(({ name }) => VERBS.has(name));
      if (verbs.length === 0) return [`${file} exports no handler`];
      return verbs
        .filter(({ madeBy }) => !guarded || madeBy !== 'route')
        .map(({ name }) => `${file} ${name}`);
    });
}

/** A guard in the layout alone is passed by: pages are asked for on their own. */
export function unguardedPages(graph: Graph): string[] {
  return product(graph)
    .filter(
      ({ file, imports, calls }) =>
        /^app\/\(dashboard\)\/(.*\/)?page\.tsx$/.test(file) &&
        !(
          imports.some(({ specifier }) => specifier === '@/lib/server/auth/actor') &&
          calls.has('requireActor')
        ),
    )
    .map(({ file }) => file);
}

/** The sandbox speaks HTTP only: nothing imports it, and it imports nothing of the product. */
export function sandboxCrossings(graph: Graph): string[] {
  return [...graph.values()].flatMap(({ file, imports }) =>
    imports.flatMap(({ specifier, to }) => {
      const target = to ?? (specifier.startsWith('@/') ? specifier.slice(2) : undefined);
      if (target === undefined || isSandbox(file) === isSandbox(target)) return [];
      return [`${file} → ${target}`];
    }),
  );
}

/** Files that need each other while they load. */
export function circles(graph: Graph): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]) => {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const { to, typeOnly } of graph.get(file)?.imports ?? []) {
      if (to !== undefined && !typeOnly) walk(to, [...path, file]);
    }
    done.add(file);
  };
  for (const { file } of product(graph)) walk(file, []);
  return found;
}

export function barrels(graph: Graph): string[] {
  return product(graph)
    .map(({ file }) => file)
    .filter((file) => /^(lib|components)\/.*\/index\.tsx?$/.test(file));
}

/** Imports of files of ours that are not there: the graph would pass over them in silence. */
export function unresolved(graph: Graph): string[] {
  return product(graph).flatMap(({ file, imports }) =>
    imports
      .filter(
        ({ specifier, to }) =>
          to === undefined &&
          /^(@\/|\.)/.test(specifier) &&
          !/\.(css|json|mjs|js|svg|png)$/.test(specifier),
      )
      .map(({ specifier }) => `${file} → ${specifier}`),
  );
}
