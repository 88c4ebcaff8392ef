import type { ApiAccess } from '../calls/api-access.ts'
import { checkCall } from '../calls/check-call.ts'
import type { EmbeddedCamunda } from '../camunda/embedded-camunda.ts'
import type { Connection } from '../connection/connection.ts'
import { forgetHeldTokens, markRejected } from '../recording/held-token.ts'

/** A simulated failure, to see how the token cache handles it. */
export interface Trouble {
  readonly title: string
  /** What to look for. */
  readonly about: string
  make(camunda: EmbeddedCamunda, connection: Connection): Promise<void>
}

export const troubles: readonly Trouble[] = [
  {
    title: 'Expire all tokens',
    about: 'Every issued token is now rejected. However many calls come next, they share one new token per client.',
    make: async (camunda) => {
      await camunda.ask('expireTokens')
      markRejected()
    },
  },
  {
    title: 'Clear the token cache',
    about: 'No tab has a token now. The next calls, however many, share one token request per client.',
    make: async (_camunda, { tokenCaches }) => {
      for (const cache of tokenCaches) await cache.forget()
      forgetHeldTokens()
    },
  },
  {
    title: '429 for 10 s',
    about:
      'The token endpoint responds with 429 for 10 s. Calls with a token continue; the others wait, and nothing is sent meanwhile.',
    make: (camunda) => camunda.ask('rateLimit', 10_000),
  },
  {
    title: 'Rotate the secrets',
    about:
      'This tab has the old secrets now, and its tokens are expired. Each client is rejected once, then backs off. “Use the new secrets” fixes it.',
    make: async (camunda, { tokenCaches }) => {
      // First, because a tab that has not made a call yet would read the new ones.
      for (const cache of tokenCaches) await cache.forget()
      for (const { clientId } of tokenCaches) await camunda.ask('rotateSecret', clientId)
      await camunda.ask('expireTokens')
      markRejected()
    },
  },
]

/** The result of many calls. */
export interface Burst {
  readonly answered: number
  readonly failed: number
  readonly durationMs: number
  /** Message of one of the failed calls. */
  readonly error: unknown
}

/** Makes `count` calls at once, spread evenly over the credentials, to the first API of each. */
export async function callAtOnce(connection: Connection, count: number): Promise<Burst> {
  const all = [...connection.accesses.values()]
  const accesses = [...new Map(all.toReversed().map((access) => [access.api.credentials, access])).values()]
  const start = performance.now()
  const { signal } = new AbortController()
  const outcomes = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const access = accesses[index % accesses.length] as ApiAccess
      return (await checkCall(access, signal)).outcome
    }),
  )
  const failures = outcomes.filter((outcome) => outcome.type === 'error')
  return {
    answered: count - failures.length,
    failed: failures.length,
    durationMs: performance.now() - start,
    error: failures[0]?.error,
  }
}
