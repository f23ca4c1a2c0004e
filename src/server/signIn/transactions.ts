import { EncryptJWT, jwtDecrypt } from 'jose';
import * as z from 'zod/mini';
import { randomToken } from '#src/contract/secrets.ts';
import { destinationSchema, type Destination } from './destination.ts';
import type { Checks } from './provider.ts';

/** How long an agent may take at the provider. */
export const transactionSeconds = 600;

const sealedSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  destination: destinationSchema,
});

export interface Transaction extends Checks {
  destination: Destination;
}

export interface Transactions {
  begin(destination: Destination): Transaction;
  /** The transaction as the value of a cookie that only this process can read. */
  seal(transaction: Transaction): Promise<string>;
  /** `undefined` when it is not ours, or too old. */
  unseal(cookie: string): Promise<Transaction | undefined>;
}

const algorithms = { alg: 'dir', enc: 'A256GCM' } as const;

/**
 * Sign-ins that are under way. Each is kept by the browser that began it, encrypted, so that nobody's browser can
 * be signed in by somebody else's answer (RFC 9700, section 4.7), and those that are never finished cost no memory here.
 */
export function createTransactions(now: () => number): Transactions {
  const key = crypto.getRandomValues(new Uint8Array(32));
  return {
    begin: (destination) => ({
      state: randomToken(),
      nonce: randomToken(),
      // 43 characters of base64url are a code verifier (RFC 7636, section 4.1).
      codeVerifier: randomToken(),
      destination,
    }),
    async seal(transaction) {
      return new EncryptJWT({ ...transaction })
        .setProtectedHeader(algorithms)
        .setExpirationTime(Math.floor(now() / 1000) + transactionSeconds)
        .encrypt(key);
    },
    async unseal(cookie) {
      try {
        const { payload } = await jwtDecrypt(cookie, key, {
          currentDate: new Date(now()),
          requiredClaims: ['exp'],
          keyManagementAlgorithms: [algorithms.alg],
          contentEncryptionAlgorithms: [algorithms.enc],
        });
        return sealedSchema.parse(payload);
      } catch {
        return undefined;
      }
    },
  };
}
