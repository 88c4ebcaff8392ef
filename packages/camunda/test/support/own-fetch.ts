import { beforeEach, vi } from 'vitest'

// The files share a process, and what is known of a cluster belongs to the function that sends the requests: without one of its
// own, a test could meet a server at the address of one that is gone.
const { fetch } = globalThis
beforeEach(() => {
  vi.stubGlobal('fetch', (...request: Parameters<typeof fetch>) => fetch(...request))
})
