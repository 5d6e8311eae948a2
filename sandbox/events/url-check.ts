import { randomUUID } from 'node:crypto';
import { bodyOf } from './envelope';
import { post } from './webhook';

const CHALLENGE_MS = 1_000;

/**
 * Sends the challenge of CONTRACT section 3.1, 1, without a signature, and gives what is wrong with
 * the answer; `null` when the address passes.
 */
export async function checkUrl(
  url: string,
  verificationToken: string,
  encryptKey: string | null,
): Promise<string | null> {
  const challenge = randomUUID();
  const text = JSON.stringify({ challenge, token: verificationToken, type: 'url_verification' });
  const never = new AbortController().signal;
  const answer = await post(url, bodyOf(text, encryptKey), {}, CHALLENGE_MS, never);
  if ('failure' in answer) return answer.failure;
  if (answer.status !== 200) return `answered with HTTP ${answer.status}, not 200`;
  return challengeIn(answer.text) === challenge
    ? null
    : 'the answer is not JSON with the same challenge';
}

function challengeIn(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? Reflect.get(body, 'challenge') : undefined;
  } catch {
    return undefined;
  }
}
