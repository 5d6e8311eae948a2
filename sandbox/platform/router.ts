import type { Endpoint } from './contract';

type Node = { children: Map<string, Node>; parameter: Node | null; byMethod: Map<string, Match> };
type Match = { endpoint: Endpoint; names: string[] };

export type Routed =
  | { kind: 'found'; endpoint: Endpoint; path: Record<string, string> }
  | { kind: 'wrong-verb' }
  | { kind: 'unknown' };

const node = (): Node => ({ children: new Map(), parameter: null, byMethod: new Map() });

/** A path trie over the covered endpoints. A trailing slash is ignored (CONTRACT section 7, 11). */
export class Router {
  private readonly root = node();

  constructor(endpoints: Iterable<Endpoint>) {
    for (const endpoint of endpoints) this.add(endpoint);
  }

  private add(endpoint: Endpoint): void {
    const names: string[] = [];
    let at = this.root;
    for (const part of endpoint.path.split('/').filter(Boolean)) {
      if (part.startsWith(':')) {
        names.push(part.slice(1));
        at.parameter ??= node();
        at = at.parameter;
      } else {
        const next = at.children.get(part) ?? node();
        at.children.set(part, next);
        at = next;
      }
    }
    at.byMethod.set(endpoint.method, { endpoint, names });
  }

  route(method: string, pathname: string): Routed {
    const parts = pathname.split('/').filter(Boolean);
    const values: string[] = [];
    const leaf = find(this.root, parts, 0, values);
    if (!leaf) return { kind: 'unknown' };
    const match = leaf.byMethod.get(method);
    if (!match) return { kind: 'wrong-verb' };
    const path: Record<string, string> = {};
    match.names.forEach((name, i) => {
      path[name] = values[i] ?? '';
    });
    return { kind: 'found', endpoint: match.endpoint, path };
  }
}

function find(at: Node, parts: string[], depth: number, values: string[]): Node | null {
  const part = parts[depth];
  if (part === undefined) return at.byMethod.size > 0 ? at : null;
  const fixed = at.children.get(part);
  const found = fixed ? find(fixed, parts, depth + 1, values) : null;
  if (found || !at.parameter) return found;
  values.push(decode(part));
  const below = find(at.parameter, parts, depth + 1, values);
  if (!below) values.pop();
  return below;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
