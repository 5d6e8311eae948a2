import 'server-only';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Sealed with another DATA_KEY, or altered: the caller reads the value from Feishu again. */
export class UnsealError extends Error {
  override readonly name = 'UnsealError';
}

export type DataCrypto = {
  /** Names the key in every sealed value; not secret. */
  readonly keyId: string;
  /**
   * AES-256-GCM, `v1.<key id>.<base64url of iv, tag and ciphertext>`. `context` (such as
   * `talent:<id>:email`) is authenticated, so a value moved to another row does not open.
   */
  seal(plain: string, context: string): string;
  /** @throws UnsealError */
  open(sealed: string, context: string): string;
  /** Keyed digests for exact look-ups; undefined where nothing is left to look up. */
  lookup: {
    email(address: string): string | undefined;
    /** The whole number; `countryCode` such as `+86` or `86`, China when absent. */
    phone(number: string, countryCode?: string): string | undefined;
    /** Last four digits of a number of at least four. */
    phoneTail(number: string): string | undefined;
  };
};

/** Contact fields at rest, from one DATA_KEY of at least 32 bytes. */
export function createDataCrypto(dataKey: string): DataCrypto {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', dataKey, '', `hire-funnel ${purpose}`, 32));
  const sealKey = derive('seal');
  const lookupKey = derive('lookup');
  const keyId = derive('key id').toString('hex').slice(0, 8);
  const aad = (context: string) => Buffer.from(`${VERSION}.${keyId}.${context}`);
  const digest = (kind: string, value: string) =>
    createHmac('sha256', lookupKey).update(`${kind}:${value}`).digest('base64url');

  return {
    keyId,
    seal(plain, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv).setAAD(aad(context));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const packed = Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
      return `${VERSION}.${keyId}.${packed}`;
    },
    open(sealed, context) {
      const [version, sealedBy, packed] = sealed.split('.');
      if (version !== VERSION || !packed) throw new UnsealError('Not a sealed value');
      if (sealedBy !== keyId) throw new UnsealError(`Sealed with key ${sealedBy}, not ${keyId}`);
      const bytes = Buffer.from(packed, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, IV_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(aad(context));
        decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        return (
          decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') +
          decipher.final('utf8')
        );
      } catch {
        throw new UnsealError('The sealed value was altered or belongs elsewhere');
      }
    },
    lookup: {
      email(address) {
        const normal = address.normalize('NFKC').trim().toLowerCase();
        return normal ? digest('email', normal) : undefined;
      },
      phone(number, countryCode = '86') {
        const country = digits(countryCode) || '86';
        const local = digits(number).replace(/^00/, '');
        if (!local) return undefined;
        const carriesCode = local.length > 11 && local.startsWith(country);
        return digest('phone', carriesCode ? local : country + local);
      },
      phoneTail(number) {
        const local = digits(number);
        return local.length >= 4 ? digest('phone tail', local.slice(-4)) : undefined;
      },
    },
  };
}

const digits = (value: string) => value.normalize('NFKC').replace(/\D/g, '');
