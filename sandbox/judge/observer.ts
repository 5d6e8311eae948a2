import type { Endpoint } from '@/sandbox/platform/contract';
import type { Asked } from '@/sandbox/platform/gateway';
import type { Reply } from '@/sandbox/platform/reply';
import { checkRequest, type SentRequest } from '@/sandbox/platform/request-check';
import { checkReply } from '@/sandbox/platform/response-check';
import { defaultSwitches } from '@/sandbox/platform/unknowns';
import { addCode, nothingSeen, type Observation, type Report } from './observations';

const BAD_FIELD = 99992402;
const OVER_LIMIT = 99991400;
const NO_SCOPE = 99991672;
/** A bug of ours, or a code that a switch stands for: never a refusal of the sandbox's own. */
const SYSTEM_ERROR = 1002001;
/** Switches under which a request outside the contract is answered all the same. */
const LENIENT = ['unknownEnumValue', 'pageSizeOverMax'] as const;

/** Sees every call of one worker of a test run: keeps what was shown of each endpoint, and finds what is wrong. */
export class Observer {
  private readonly endpoints = new Map<string, Observation>();
  private readonly problems = new Set<string>();
  private readonly tokens = new Set<string>();

  /** One line for each thing about this call that the contract does not allow. */
  see(endpoint: Endpoint, reply: Reply, asked: Asked, file: string): string[] {
    const seen = this.endpoints.get(endpoint.id) ?? nothingSeen();
    this.endpoints.set(endpoint.id, seen);
    if (asked.fault) {
      addCode(seen.byFault, reply.code, reply.status);
      return [];
    }
    const isClient = asked.userAgent.startsWith('oapi-node-sdk');
    if (reply.code === 0) {
      seen.success = true;
      seen.client ||= isClient;
      seen.paged ||= this.tokens.has(`${endpoint.id} ${asked.query.get('page_token')}`);
    } else if (reply.code !== SYSTEM_ERROR) {
      addCode(seen.refused, reply.code, reply.status);
      seen.unscoped ||= reply.code === NO_SCOPE;
      seen.limited ||= isLimit(reply);
    }
    const wrong = [
      ...replyProblems(endpoint, reply, asked),
      ...requestProblems(endpoint, reply, asked, isClient),
    ];
    for (const problem of wrong) this.problems.add(`${file}: ${problem}`);
    const token = reply.code === 0 ? pageToken(reply.body) : undefined;
    if (token !== undefined) this.tokens.add(`${endpoint.id} ${token}`);
    return wrong;
  }

  report(): Report {
    return { endpoints: Object.fromEntries(this.endpoints), problems: [...this.problems] };
  }
}

function replyProblems(endpoint: Endpoint, reply: Reply, asked: Asked): string[] {
  if (asked.crashed) return [`${endpoint.id}: answered with an unexpected error`];
  if (reply.code === 0 && reply.status === 200) {
    // Seen as a client sees it: fields without a value are not there.
    return checkReply(endpoint, JSON.parse(JSON.stringify(reply.body)));
  }
  return [];
}

/** The gateway's judgement of a request against the other reading of the same contract. */
function requestProblems(
  endpoint: Endpoint,
  reply: Reply,
  asked: Asked,
  isClient: boolean,
): string[] {
  const sent = requestOf(endpoint, asked);
  if (!sent || endpoint.tokens.length === 0) return [];
  const wrong = checkRequest(endpoint, sent);
  const undocumented = (line: string) => line.endsWith('is not documented');
  if (reply.code === BAD_FIELD && reply.status === 400) {
    const isRight = wrong.some((line) => !undocumented(line));
    return isRight ? [] : [`${endpoint.id}: a request was refused that the contract allows`];
  }
  if (reply.code !== 0 || isLenient(asked)) return [];
  // Unknown parameters are let pass; that a typed client sends them would be our mistake.
  return isClient ? wrong : wrong.filter((line) => !undocumented(line));
}

function requestOf(endpoint: Endpoint, asked: Asked): SentRequest | null {
  const sent = { path: asked.path, query: asked.query };
  if (endpoint.method === 'GET' || endpoint.method === 'DELETE') return sent;
  if (endpoint.body.some((field) => field.type === 'file')) return sent;
  if (asked.raw.length === 0) return { ...sent, body: undefined };
  try {
    return { ...sent, body: JSON.parse(asked.raw.toString('utf8')) };
  } catch {
    return null;
  }
}

function isLenient(asked: Asked): boolean {
  const defaults = defaultSwitches();
  return LENIENT.some((name) => asked.app?.switches[name] !== defaults[name]);
}

function isLimit(reply: Reply): boolean {
  const headers = reply.headers ?? {};
  return (
    reply.code === OVER_LIMIT &&
    reply.status === 429 &&
    Number(headers['x-ogw-ratelimit-limit']) > 0 &&
    Number(headers['x-ogw-ratelimit-reset']) > 0
  );
}

function pageToken(body: unknown): string | undefined {
  const token = Object(Object(body).data).page_token;
  return typeof token === 'string' && token !== '' ? token : undefined;
}
