import { parseSync } from 'vite';
import type { Catalogue } from './catalogue';

/** What one file asks for. */
export type Usage = {
  file: string;
  /** Keys said outright; each of the full keys it may mean. */
  keys: string[][];
  /** Keys with a part that is filled in, `jobs.types.${type}`; each of what it may mean. */
  patterns: RegExp[][];
  /** Namespaces asked with a key that stands elsewhere. */
  dynamic: string[];
  /** Keys with a part that is filled in, made away from the call. */
  made: RegExp[];
  /** Namespaces read as a file, all of their messages. */
  whole: string[];
  /** Every string in the file: where such keys stand. */
  strings: Set<string>;
};

type Node = { type: string; [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* walk(child);
    }
  }
}

const nodeAt = (node: Node | undefined, key: string): Node | undefined => {
  const value = node?.[key];
  return isNode(value) ? value : undefined;
};
const nodesAt = (node: Node | undefined, key: string): Node[] => {
  const value = node?.[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
};
const nameOf = (node: Node | undefined) =>
  node?.type === 'Identifier' ? String(node.name) : undefined;
const textOf = (node: Node | undefined) =>
  node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;

/** `useTranslations('jobs')`, `await getTranslations({ namespace: 'jobs' })` → `jobs`. */
function namespaceOf(node: Node | undefined): string | undefined {
  if (node?.type === 'AwaitExpression') return namespaceOf(nodeAt(node, 'argument'));
  if (node?.type === 'ParenthesizedExpression') return namespaceOf(nodeAt(node, 'expression'));
  if (node?.type !== 'CallExpression') return undefined;
  if (!/^(use|get)Translations$/.test(nameOf(nodeAt(node, 'callee')) ?? '')) return undefined;
  const argument = nodesAt(node, 'arguments')[0];
  if (argument === undefined) return '';
  const option = nodesAt(argument, 'properties').find(
    (property) => nameOf(nodeAt(property, 'key')) === 'namespace',
  );
  return textOf(argument) ?? textOf(nodeAt(option, 'value'));
}

/** The names translators go by in a file; one name may stand for several, in several functions. */
function translators(program: Node): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const bind = (target: Node | undefined, init: Node | undefined) => {
    const name = nameOf(target);
    const namespace = namespaceOf(init);
    if (name === undefined || namespace === undefined) return;
    found.set(name, [...(found.get(name) ?? []), namespace]);
  };
  for (const node of walk(program)) {
    if (node.type !== 'VariableDeclarator') continue;
    const [target, init] = [nodeAt(node, 'id'), nodeAt(node, 'init')];
    bind(target, init);
    if (target?.type !== 'ArrayPattern') continue;
    const all = nodesAt(nodeAt(init, 'argument'), 'arguments')[0];
    const targets = Array.isArray(target.elements) ? target.elements : [];
    const values = Array.isArray(all?.elements) ? all.elements : [];
    targets.forEach((one, index) => {
      const value: unknown = values[index];
      if (isNode(one) && isNode(value)) bind(one, value);
    });
  }
  return found;
}

const full = (namespace: string, key: string) => (namespace ? `${namespace}.${key}` : key);
/** The fixed parts of a template, with what may stand in its holes. */
function templateOf(node: Node, hole: string): string {
  const parts = nodesAt(node, 'quasis').map(({ value }) =>
    typeof value === 'object' && value !== null && 'raw' in value ? String(value.raw) : '',
  );
  return parts.map(literal).join(hole);
}

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function addKey(usage: Usage, namespaces: string[], key: Node | undefined): void {
  const text = textOf(key);
  if (text !== undefined) usage.keys.push(namespaces.map((one) => full(one, text)));
  else if (key?.type === 'ConditionalExpression') {
    addKey(usage, namespaces, nodeAt(key, 'consequent'));
    addKey(usage, namespaces, nodeAt(key, 'alternate'));
  } else if (key?.type === 'TemplateLiteral') {
    const pattern = templateOf(key, '[^.]+');
    usage.patterns.push(
      namespaces.map((one) => new RegExp(`^${one ? `${literal(one)}\\.` : ''}${pattern}$`)),
    );
  } else usage.dynamic.push(...namespaces);
}

/** Importing all namespaces to serve them, as lib/i18n does with `./`, says nothing about use. */
const NAMESPACE_FILE = /^@\/lib\/i18n\/messages\/[^/]+\/([^/]+)\.json$/;

/** Reads what a source file asks of the messages. */
export function usageOf(file: string, code: string): Usage {
  const usage: Usage = {
    file,
    keys: [],
    patterns: [],
    dynamic: [],
    made: [],
    whole: [],
    strings: new Set(),
  };
  const program: unknown = parseSync(file, code).program;
  if (!isNode(program)) throw new Error(`${file} does not parse`);
  const known = translators(program);
  for (const node of walk(program)) {
    const text = textOf(node);
    if (text !== undefined) usage.strings.add(text);
    if (node.type === 'Property' && nameOf(nodeAt(node, 'key'))) {
      usage.strings.add(String(nameOf(nodeAt(node, 'key'))));
    }
    if (node.type === 'TemplateLiteral' && /[a-z]/.test(templateOf(node, ''))) {
      usage.made.push(new RegExp(`^${templateOf(node, '.+')}$`));
    }
    if (node.type === 'ImportDeclaration') {
      const name = NAMESPACE_FILE.exec(textOf(nodeAt(node, 'source')) ?? '')?.[1];
      if (name !== undefined) usage.whole.push(name);
    }
    if (node.type !== 'CallExpression') continue;
    const callee = nodeAt(node, 'callee');
    const name = nameOf(callee) ?? nameOf(nodeAt(callee, 'object'));
    const direct = namespaceOf(callee);
    const namespaces = direct === undefined ? known.get(name ?? '') : [direct];
    if (namespaces) addKey(usage, namespaces, nodesAt(node, 'arguments')[0]);
    // Handed to another function, a translator may be asked for anything.
    for (const argument of nodesAt(node, 'arguments')) {
      usage.dynamic.push(...(known.get(nameOf(argument) ?? '') ?? []));
    }
  }
  return usage;
}

/** Keys the code asks for and no catalogue has. */
export function unknownKeys(usages: Usage[], catalogue: Catalogue): string[] {
  return usages.flatMap(({ file, keys, patterns }) => [
    ...keys
      .filter((candidates) => !candidates.some((key) => catalogue.has(key)))
      .map((candidates) => `${file} asks for ${candidates.join(' or ')}, which is no message`),
    ...patterns
      .filter((any) => ![...catalogue.keys()].some((key) => any.some((one) => one.test(key))))
      .map((any) => `${file} asks for ${any.map(String).join(' or ')}, which fits no message`),
  ]);
}

const DATA_CODE = /(^|\.)\d+$/;

/** Messages nobody asks for. What ends in a number is a code of Feishu's, which no source names. */
export function unusedKeys(usages: Usage[], catalogue: Catalogue): string[] {
  const said = new Set(usages.flatMap(({ keys }) => keys.flat()));
  const whole = new Set(usages.flatMap((usage) => usage.whole));
  const patterns = usages.flatMap((usage) => usage.patterns.flat());
  const strings = new Set(usages.flatMap((usage) => [...usage.strings]));
  const isAsked = (usage: Usage, key: string) =>
    usage.dynamic.some((namespace) => {
      const prefix = full(namespace, '');
      if (!key.startsWith(prefix)) return false;
      const rest = key.slice(prefix.length);
      return strings.has(rest) || DATA_CODE.test(rest) || usage.made.some((one) => one.test(rest));
    });
  return [...catalogue.keys()].filter(
    (key) =>
      !said.has(key) &&
      !whole.has(key.split('.')[0] ?? '') &&
      !patterns.some((pattern) => pattern.test(key)) &&
      !usages.some((usage) => isAsked(usage, key)),
  );
}
