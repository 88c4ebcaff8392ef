import type { PlannedFailure } from '@x/emulator'

/** A command to the runner's server. */
export type Order =
  | { readonly do: 'reset' | 'expireTokens' | 'count' | 'listJobs' }
  | { readonly do: 'fail'; readonly failure: PlannedFailure }
  | { readonly do: 'addJobs'; readonly count: number; readonly variables: string }

/** The outcome of a job. */
export interface JobState {
  readonly state: string
  readonly retries: number
  /** The variables of the completion, with all digits; undefined before it. */
  readonly body: string | undefined
}

/** Number of requests that the emulator has received since it was reset. */
export interface Counts {
  readonly token: number
  readonly all: number
}

/** Controls the emulator from inside the runtime. */
export interface Controls {
  /** Restores the seeded data, without planned failures, and clears the counts. */
  reset(): Promise<void>
  /** Rejects all tokens from now on. */
  expireTokens(): Promise<void>
  /** Lets the next requests fail. */
  fail(failure: PlannedFailure): Promise<void>
  count(): Promise<Counts>
  /** Adds jobs to the queue of the worker. `variables` is JSON text. */
  addJobs(count: number, variables: string): Promise<void>
  listJobs(): Promise<JobState[]>
}

export function createControls(url: string): Controls {
  async function send<Answer = Counts>(order: Order): Promise<Answer> {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(order) })
    return (await response.json()) as Answer
  }
  return {
    reset: async () => void (await send({ do: 'reset' })),
    expireTokens: async () => void (await send({ do: 'expireTokens' })),
    fail: async (failure) => void (await send({ do: 'fail', failure })),
    count: () => send({ do: 'count' }),
    addJobs: async (count, variables) => void (await send({ do: 'addJobs', count, variables })),
    listJobs: () => send({ do: 'listJobs' }),
  }
}
