import { createOAuth, type OAuth } from '@x/auth'
import type { Emulator, EmulatorOptions } from '@x/emulator'
import { type EmulatorServer, serve } from '@x/emulator/node'
import type { RestEvent } from '@x/rest'
import { afterAll, beforeAll } from 'vitest'

/** An emulator, served while the tests of the enclosing `describe` run. Its token endpoint has no rate limit. */
export interface Emulated {
  readonly emulator: Emulator
  readonly url: string
}

export function useEmulator(options: Omit<EmulatorOptions, 'origin'> = {}): Emulated {
  let server: EmulatorServer | undefined
  const running = (): EmulatorServer => {
    if (server === undefined) throw new Error('The emulator is served inside of tests only.')
    return server
  }
  beforeAll(async () => {
    server = await serve({ rateLimit: false, ...options })
  })
  afterAll(() => server?.close())
  return {
    get emulator() {
      return running().emulator
    },
    get url() {
      return running().url
    },
  }
}

/** Returns real tokens for one of the emulator's clients. */
export function signIn(emulator: Emulator, kind: 'cluster' | 'organization'): OAuth {
  return createOAuth(emulator.credentials(kind))
}

/** The operations that had a successful response. */
export interface Walk {
  readonly operations: ReadonlySet<string>
  readonly onEvent: (event: RestEvent) => void
}

export function recordWalk(): Walk {
  const operations = new Set<string>()
  return {
    operations,
    onEvent: (event) => {
      if (event.type === 'response' && event.status < 300) operations.add(event.operation)
    },
  }
}
