/** One line of the tour: what was called, what came of it, how long it took. */
export interface Row {
  readonly call: string
  readonly result: string
  readonly ms: number
  readonly failed: boolean
}

/** Times the steps of the walk and keeps a row for each; a step that fails becomes a row too, and the walk goes on. */
export class Recorder {
  readonly rows: Row[] = []
  readonly #onRow: (row: Row) => void

  constructor(onRow: (row: Row) => void) {
    this.#onRow = onRow
  }

  async step<T>(call: string, run: () => Promise<T>, describe: (value: T) => string): Promise<T | undefined> {
    const started = performance.now()
    try {
      const value = await run()
      this.#add(call, describe(value), started, false)
      return value
    } catch (error) {
      this.#add(call, describeError(error), started, true)
      return undefined
    }
  }

  #add(call: string, result: string, started: number, failed: boolean): void {
    const row = { call, result, ms: Math.round((performance.now() - started) * 10) / 10, failed }
    this.rows.push(row)
    this.#onRow(row)
  }
}

/** An error as a person reads it: its code, where it has one, and its message. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, status } = error as { code?: unknown; status?: unknown }
  const label = code === 'http' ? `HTTP ${status}` : typeof code === 'string' ? code : error.name
  return `${label}: ${error.message}`
}
