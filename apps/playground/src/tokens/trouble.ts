import type { ApiAccess } from '../calls/api-access.ts'
import { checkCall } from '../calls/check-call.ts'
import type { EmbeddedCamunda } from '../camunda/embedded-camunda.ts'
import type { Connection } from '../connection/connection.ts'

/** Trouble that a person can make for the embedded Camunda, to see what the token cache makes of it. */
export interface Trouble {
  readonly title: string
  /** What to look for. */
  readonly about: string
  make(camunda: EmbeddedCamunda, connection: Connection): Promise<void>
}

export const troubles: readonly Trouble[] = [
  {
    title: 'End all tokens',
    about: 'The APIs refuse the tokens that are around. The next calls get one new token together.',
    make: (camunda) => camunda.ask('expireTokens'),
  },
  {
    title: 'Forget the tokens',
    about: 'Nobody has a token any more. However many calls come now, one token request is sent for all of them.',
    make: async (_camunda, { tokenCaches }) => {
      for (const { auth } of tokenCaches) await auth.forget()
    },
  },
  {
    title: '429 for 10 s',
    about:
      'The token endpoint is closed for 10 s. Who has a token goes on; the others wait, and nobody asks meanwhile.',
    make: (camunda) => camunda.ask('rateLimit', 10_000),
  },
  {
    title: 'Rotate the secrets',
    about: 'This tab now has the wrong secrets. Once its tokens have ended, it is refused once, and then rests.',
    make: async (camunda, { tokenCaches }) => {
      for (const { clientId } of tokenCaches) await camunda.ask('rotateSecret', clientId)
    },
  },
]

/** What came of many calls. */
export interface Burst {
  readonly answered: number
  readonly failed: number
  readonly durationMs: number
  /** Of one of those that failed. */
  readonly error: unknown
}

/** Makes `count` calls at once, shared out evenly among the credentials: to the first API that each of them opens. */
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
