import type { Api } from './api.ts'

/** An API whose code is loaded with its first request. Few programs use every API. */
export function createLazyApi(load: () => Promise<Api>): Api {
  let loading: Promise<Api> | undefined
  let loaded: Api | undefined
  return {
    handle: async (request) => {
      loading ??= load()
      loaded = await loading
      return loaded.handle(request)
    },
    reset: () => loaded?.reset(),
  }
}
