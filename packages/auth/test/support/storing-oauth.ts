import { createOAuth, type OAuth, type OAuthOptions, type TokenStorage } from '../../src/index.ts'
import { defineStorage } from '../../src/storage/index.ts'
import { trackStorage } from './tracked-storage.ts'

/** As `createOAuth`, but `headers` returns when everything is stored, for tests that then look at what is there. */
export function createStoringOAuth(options: OAuthOptions & { readonly storage: TokenStorage }): OAuth {
  const storage = trackStorage(options.storage, defineStorage)
  const auth = createOAuth({ ...options, storage })
  return {
    ...auth,
    headers: (audience, callOptions) => auth.headers(audience, callOptions).finally(storage.idle),
  }
}
