import type { Authenticator } from '@x/auth'
import type { Api } from '../apis.ts'
import { type CallOutcome, record } from './activity.ts'
import { holdToken } from './held-token.ts'

/** The same authenticator; how each call fared is recorded. */
export function observeCalls(credentials: Api['credentials'], auth: Authenticator): Authenticator {
  return {
    ...auth,
    async headers(audience, options) {
      const note = (outcome: CallOutcome): void => record({ type: 'call', time: Date.now(), outcome })
      // A token at hand is given within the same turn of the event loop; whoever gets it later has waited for it.
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
