/** One line of the tour: the call, its result, and its duration. */
export interface Row {
  readonly call: string
  readonly result: string
  readonly ms: number
  readonly failed: boolean
}

/** Times the steps of the tour and keeps a row for each. A failing step also becomes a row, and the tour continues. */
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

/** Returns an error's code, if it has one, and its message. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, status } = error as { code?: unknown; status?: unknown }
  const label = code === 'http' ? `HTTP ${status}` : typeof code === 'string' ? code : error.name
  return `${label}: ${error.message}`
}
