import type { Endpoint } from './contract';
import { describeRefusal, type Refusal } from './errors';
import type { SandboxApp } from './sandbox-app';

/** What goes back: a JSON body with its code kept beside it for the log. */
export type Reply = {
  status: number;
  code: number;
  body: unknown;
  headers?: Record<string, string>;
};

/** A handler's answer that is not wrapped in `{code, msg, data}`: the token endpoints. */
export class Flat {
  constructor(
    readonly body: Record<string, unknown>,
    readonly status = 200,
  ) {}
}

export const success = (data: unknown): Reply => ({
  status: 200,
  code: 0,
  body: { code: 0, msg: 'success', data: data ?? {} },
});

/** `{code, msg, error{log_id, …}}` with the status the page or the switches say. */
export function refuse(
  refusal: Refusal,
  endpoint: Endpoint | null,
  app: SandboxApp | null,
  logId: string,
): Reply {
  const { http, message } = describeRefusal(refusal, endpoint);
  const status = refusal.options.http ?? statusBySwitch(refusal.code, app) ?? http;
  const error = {
    ...refusal.options.details,
    log_id: logId,
    troubleshooter: `排查建议查看(Troubleshooting suggestions): https://open.feishu.cn/search?from=openapi&log_id=${logId}&code=${refusal.code}`,
  };
  return { status, code: refusal.code, body: { code: refusal.code, msg: message, error } };
}

function statusBySwitch(code: number, app: SandboxApp | null): number | undefined {
  const switches = app?.switches;
  if (!switches) return undefined;
  const byCode: Record<number, number> = {
    99991663: switches.invalidTokenStatus,
    99991400: switches.rateLimitStatus,
    99991201: switches.unknownPathStatus,
    99991301: switches.wrongVerbStatus,
    99991672: switches.missingScopeStatus,
  };
  return byCode[code];
}
