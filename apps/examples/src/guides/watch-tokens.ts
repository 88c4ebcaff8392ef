import { createOAuth, type OAuth, type OAuthOptions } from '@x/auth'

// #region watch
/** Logs what happens to the tokens. No event contains a secret or a token. */
export function createWatchedOAuth(options: OAuthOptions, log: (line: string) => void): OAuth {
  return createOAuth({
    ...options,
    onEvent(event) {
      if (event.type === 'token_received') log(`token for ${event.audience}, took ${event.durationMs} ms`)
      if (event.type === 'token_shared') log(`token for ${event.audience}, from another process`)
      if (event.type === 'token_awaited') log(`waiting ${event.waitMs} ms for the ${event.reason}`)
      if (event.type === 'token_failed') log(`no token: ${event.error.code}, ${event.error.message}`)
      if (event.type === 'storage_failed') log(`tokens stay in memory: ${event.error.message}`)
    },
  })
}
// #endregion watch
