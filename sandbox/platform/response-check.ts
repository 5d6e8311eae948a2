import type { Endpoint, Field } from './contract';

type Node = { field: Field | null; children: Map<string, Node> };

/**
 * Where the printed enum does not describe the value itself. Each was read in the page's sample:
 * `basic_salary` is JSON in a string, and the enum is that of the period inside it.
 */
const NOT_AN_ENUM = new Set([
  'hire.v1.application.offer data.offer.salary_plan.basic_salary',
  'hire.v1.offer.get data.offer.salary_plan.basic_salary',
  // Printed as `true` and `fasle`.
  'hire.v1.agency.batchQuery data.items.agency_protect_time.use_default',
  'hire.v1.agency.batchQuery data.items.talent_protect_time.use_default',
  'hire.v1.agency.batchQuery data.items.talent_protect_time.forever',
]);

/** Whose pages print `message` where all others have `msg`. */
const MESSAGE_ENDPOINTS = new Set(['hire.v1.attachment.create']);

/**
 * Holds a reply's body against the contract: type and enum of every field, and no field that is
 * neither documented nor marked as known to the SDK alone. Gives one line for each thing wrong.
 */
export function checkReply(endpoint: Endpoint, body: unknown): string[] {
  const root = treeOf(endpoint);
  const isFlat = !root.children.has('data');
  const wrong: string[] = [];
  if (!isFlat) {
    const words = MESSAGE_ENDPOINTS.has(endpoint.id) ? 'message' : 'msg';
    if (!isRecord(body) || body.code !== 0 || typeof body[words] !== 'string') {
      return [`${endpoint.id}: not a success envelope`];
    }
    for (const key of Object.keys(body)) {
      if (!['code', words, 'data'].includes(key))
        wrong.push(`${endpoint.id}: ${key} in the envelope`);
    }
  }
  const value = isFlat ? body : { data: isRecord(body) ? body.data : undefined };
  walk(endpoint, root, value, '', wrong);
  return wrong;
}

/** Paths of the documented fields that a body has, for telling what a suite never saw. */
export function fieldsIn(value: unknown, path = ''): Set<string> {
  const seen = new Set<string>();
  const visit = (at: unknown, prefix: string) => {
    if (Array.isArray(at)) for (const item of at) visit(item, prefix);
    else if (isRecord(at)) {
      for (const [key, child] of Object.entries(at)) {
        const here = prefix ? `${prefix}.${key}` : key;
        seen.add(here);
        visit(child, here);
      }
    }
  };
  visit(value, path);
  return seen;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function treeOf(endpoint: Endpoint): Node {
  const root: Node = { field: null, children: new Map() };
  for (const field of endpoint.response) {
    let at = root;
    for (const part of field.path.replaceAll('[]', '').split('.')) {
      const next = at.children.get(part) ?? { field: null, children: new Map() };
      at.children.set(part, next);
      at = next;
    }
    at.field = field;
  }
  return root;
}

const primitives: Record<string, (value: unknown) => boolean> = {
  string: (v) => typeof v === 'string',
  int: (v) => Number.isSafeInteger(v),
  boolean: (v) => typeof v === 'boolean',
  'number(float)': (v) => typeof v === 'number' && Number.isFinite(v),
  float: (v) => typeof v === 'number' && Number.isFinite(v),
};

function walk(endpoint: Endpoint, node: Node, value: unknown, path: string, wrong: string[]): void {
  if (value === undefined) return;
  const type = node.field?.type ?? 'object';
  if (!type.endsWith('[]')) {
    single(endpoint, node, type, value, path, wrong);
  } else if (Array.isArray(value)) {
    for (const item of value) single(endpoint, node, type.slice(0, -2), item, path, wrong);
  } else {
    wrong.push(`${endpoint.id}: ${path} is not a list`);
  }
}

function single(
  endpoint: Endpoint,
  node: Node,
  type: string,
  value: unknown,
  path: string,
  wrong: string[],
): void {
  const primitive = primitives[type];
  if (primitive) {
    if (!primitive(value)) {
      wrong.push(`${endpoint.id}: ${path} is ${JSON.stringify(value)}, not ${type}`);
      return;
    }
    const allowed = node.field?.enum;
    if (!allowed || NOT_AN_ENUM.has(`${endpoint.id} ${path}`)) return;
    if (!allowed.some((one) => String(one) === String(value))) {
      wrong.push(`${endpoint.id}: ${path} is ${JSON.stringify(value)}, outside its enum`);
    }
    return;
  }
  if (!isRecord(value)) {
    wrong.push(`${endpoint.id}: ${path || 'body'} is ${JSON.stringify(value)}, not an object`);
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    const here = path ? `${path}.${key}` : key;
    const next = node.children.get(key);
    if (next) walk(endpoint, next, child, here, wrong);
    else if (!endpoint.sdkOnly.response.includes(here)) {
      wrong.push(`${endpoint.id}: ${here} is not documented`);
    }
  }
}
