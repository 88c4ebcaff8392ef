import { isBadCredential, type Rejection, TokenRejectedError } from './errors.ts'
import type { SharedRecord, SharedRecords } from './shared-records.ts'

interface Refusal extends SharedRecord, Rejection {
  /** Refusals in a row. */
  readonly failures: number
}

/** How long a credential rests after so many refusals in a row: 30 s, doubling to 15 min. */
export function cooldownMs(failures: number): number {
  return Math.min(30_000 * 2 ** (failures - 1), 900_000)
}

/** Remembers, for all who share the storage, that the server refused a credential, so that nobody asks again at once. */
export interface Rejections {
  /** @throws TokenRejectedError while a refusal cools down. */
  check(): Promise<void>
  /** Notes a refusal, and gives it with the time of the next attempt. */
  add(rejection: TokenRejectedError): Promise<TokenRejectedError>
  /** Forgets the refusals of before that time: a later success has proved them wrong. */
  clear(before: number): Promise<void>
}

/** A refusal counts for the whole credential when that is what is bad, else for this audience only. */
export function createRejections(
  records: SharedRecords,
  credentialKey: string,
  audienceKey: string,
  now: () => number,
): Rejections {
  const keys = [credentialKey, audienceKey]
  return {
    async check() {
      for (const key of keys) {
        const refusal = await records.read<Refusal>(key)
        const retryAt = refusal ? refusal.at + cooldownMs(refusal.failures) : 0
        if (refusal && retryAt > now()) throw new TokenRejectedError(refusal, retryAt)
      }
    },
    async add(rejection) {
      const { clientId, status, oauthError, oauthErrorDescription } = rejection
      const at = now()
      let retryAt = at
      await records.update<Refusal>(isBadCredential(rejection) ? credentialKey : audienceKey, (old) => {
        const failures = (old?.failures ?? 0) + 1
        retryAt = at + cooldownMs(failures)
        // Kept as long again as it may cool down, so that the next refusal doubles it.
        return { at, expiresAt: retryAt + 900_000, failures, clientId, status, oauthError, oauthErrorDescription }
      })
      return new TokenRejectedError(rejection, retryAt)
    },
    async clear(before) {
      for (const key of keys) {
        const refusal = await records.read(key)
        if (refusal && refusal.at < before) await records.update(key, () => undefined)
      }
    },
  }
}
