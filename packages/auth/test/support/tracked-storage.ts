import { createOAuth, type OAuth, type OAuthOptions, type TokenStorage } from '../../src/index.ts'

export interface TrackedStorage extends TokenStorage {
  /** Waits until everything is stored: calls return first, and store afterwards. */
  idle(): Promise<void>
}

/** A storage that tells when nothing is under way. */
export function trackStorage(storage: TokenStorage): TrackedStorage {
  const running = new Set<Promise<unknown>>()
  function track<T>(promise: Promise<T>): Promise<T> {
    running.add(promise)
    const end = (): void => void running.delete(promise)
    promise.then(end, end)
    return promise
  }
  return {
    ...storage,
    share(context) {
      const records = storage.share(context)
      return {
        read: (key) => track(records.read(key)),
        write: (key, record) => track(records.write(key, record)),
        async lease(key, ms) {
          const release = await track(records.lease(key, ms))
          return release && (() => track(release()))
        },
      }
    },
    async idle() {
      do {
        await Promise.allSettled(running)
        // Whoever waited for one of them may begin the next.
        await new Promise((resolve) => setTimeout(resolve, 0))
      } while (running.size)
    },
  }
}

/** As `createOAuth`, but `headers` returns when everything is stored, for tests that then look at what is there. */
export function createStoringOAuth(options: OAuthOptions & { readonly storage: TokenStorage }): OAuth {
  const storage = trackStorage(options.storage)
  const auth = createOAuth({ ...options, storage })
  return {
    ...auth,
    headers: (audience, callOptions) => auth.headers(audience, callOptions).finally(storage.idle),
  }
}
