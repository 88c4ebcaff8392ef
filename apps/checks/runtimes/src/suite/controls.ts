import type { PlannedFailure } from '@x/emulator'

/** An order to the runner's server. */
export type Order =
  | { readonly do: 'reset' | 'expireTokens' | 'count' }
  | { readonly do: 'fail'; readonly failure: PlannedFailure }

/** Number of requests that the emulator has seen since it was reset. */
export interface Counts {
  readonly token: number
  readonly all: number
}

/** Steers the emulator from inside of the runtime. */
export interface Controls {
  /** Back to the seeded data, with no failure planned and nothing counted. */
  reset(): Promise<void>
  /** All tokens are refused from now on. */
  expireTokens(): Promise<void>
  /** Lets coming requests fail. */
  fail(failure: PlannedFailure): Promise<void>
  count(): Promise<Counts>
}

export function createControls(url: string): Controls {
  async function send(order: Order): Promise<Counts> {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(order) })
    return (await response.json()) as Counts
  }
  return {
    reset: async () => void (await send({ do: 'reset' })),
    expireTokens: async () => void (await send({ do: 'expireTokens' })),
    fail: async (failure) => void (await send({ do: 'fail', failure })),
    count: () => send({ do: 'count' }),
  }
}
