import type { Authenticator } from '@x/auth'
import type { Api } from '../apis.ts'
import { type CallOutcome, record } from './activity.ts'
import { holdToken, markRejected } from './held-token.ts'

/** Returns the same authenticator, and records how each call got its token. */
export function observeCalls(credentials: Api['credentials'], auth: Authenticator): Authenticator {
  /** A call whose token was rejected requests headers again, but counts as one call. */
  let repeated = 0
  return {
    ...auth,
    async refused(audience, headers) {
      markRejected(credentials, audience)
      const isWorthARetry = (await auth.refused?.(audience, headers)) ?? false
      if (isWorthARetry) repeated++
      return isWorthARetry
    },
    async headers(audience, options) {
      const isRepeated = repeated > 0
      if (isRepeated) repeated--
      const note = (outcome: CallOutcome): void => {
        if (!isRepeated) record({ type: 'call', time: Date.now(), outcome })
      }
      // A cached token is returned within the same turn of the event loop. A call that gets it later had to wait.
      let isSameTurn = true
      const turn = setTimeout(() => {
        isSameTurn = false
      })
      try {
        const headers = await auth.headers(audience, options)
        note(isSameTurn ? 'cached' : 'waited')
        holdToken(credentials, audience, headers)
        return headers
      } catch (error) {
        note('failed')
        throw error
      } finally {
        clearTimeout(turn)
      }
    },
  }
}
