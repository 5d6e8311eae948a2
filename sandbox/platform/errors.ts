import type { Endpoint } from './contract';

export type FieldViolation = { field: string; value: string; description: string };
export type ErrorDetails = {
  message?: string;
  field_violations?: FieldViolation[];
  permission_violations?: { type: string; subject: string }[];
  helps?: { url: string; description: string }[];
};

/**
 * A call that is answered with a code. Thrown by handlers and by the gateway; HTTP status and words
 * come from the endpoint's page when it prints the code, else from `general`.
 */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly options: { http?: number; message?: string; details?: ErrorDetails } = {},
  ) {
    super(options.message ?? `refused with ${code}`);
  }
}

/** CONTRACT section 2.3, and the Hire codes of section 5 that no single page prints. */
const general = new Map<number, { http: number; message: string }>([
  [10003, { http: 400, message: 'invalid param' }],
  [10014, { http: 400, message: 'app is unavailable' }],
  [10015, { http: 400, message: 'app secret invalid' }],
  [99991201, { http: 404, message: 'path not found' }],
  [99991301, { http: 405, message: 'http method not allowed' }],
  [99991400, { http: 429, message: 'request trigger frequency limit' }],
  [
    99991661,
    {
      http: 400,
      message: 'Missing access token for authorization. Please make a request with token attached.',
    },
  ],
  [99991662, { http: 400, message: 'app is not in use' }],
  [
    99991663,
    {
      http: 400,
      message: 'Invalid access token for authorization. Please make a request with token attached.',
    },
  ],
  [99991664, { http: 400, message: 'invalid app access token' }],
  [99991665, { http: 400, message: 'invalid tenant access token' }],
  [
    99991668,
    {
      http: 400,
      message: 'Invalid user access token, or this API does not support user access tokens.',
    },
  ],
  [
    99991671,
    {
      http: 400,
      message: 'Invalid access token for authorization: the token prefix is not known.',
    },
  ],
  [99991672, { http: 400, message: 'Access denied.' }],
  [99991677, { http: 400, message: 'Authentication token expired. Please log in again.' }],
  [99991679, { http: 400, message: 'Unauthorized. The user has not granted the required scope.' }],
  [99992351, { http: 400, message: 'the open_id is not known to this app' }],
  [99992402, { http: 400, message: 'field validation failed' }],
  [1002001, { http: 500, message: 'system error' }],
  [1002002, { http: 400, message: 'parameter error' }],
  [1002102, { http: 400, message: 'talent does not exist' }],
  [1002201, { http: 400, message: 'application does not exist' }],
  [1002213, { http: 400, message: 'import task does not exist' }],
  [1002215, { http: 400, message: 'fail reason is longer than 512 characters' }],
  [1002219, { http: 400, message: 'redirect url is too long' }],
  [1002352, { http: 400, message: 'role does not exist' }],
  [1002601, { http: 400, message: 'job does not exist' }],
]);

/** What the pages call a bad parameter; almost all print the first. */
const BAD_PARAMETER = [1002002, 1002003, 1002004, 180001];

/** A parameter that the handler finds bad, under the code that the endpoint's page prints for it. */
export function badParameter(endpoint: Endpoint): Refusal {
  return new Refusal(BAD_PARAMETER.find((code) => endpoint.errors.has(code)) ?? 1002002);
}

/** Status and words of a refusal at one endpoint. */
export function describeRefusal(
  refusal: Refusal,
  endpoint: Endpoint | null,
): { http: number; message: string } {
  const printed = endpoint?.errors.get(refusal.code);
  const fallback = general.get(refusal.code);
  return {
    http: refusal.options.http ?? printed?.http ?? fallback?.http ?? 400,
    message: refusal.options.message ?? printed?.meaning ?? fallback?.message ?? 'request refused',
  };
}
