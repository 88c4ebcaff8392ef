// One process of one client under test. The first argument is the client's file, the second an error of its clock in
// milliseconds.
import type { Client, ClientOptions, Open, PageVersion } from '../client.ts'
import { serveOrders } from './ask.ts'
import { measureRate } from './measure-rate.ts'
import { measureRatio } from './measure-ratio.ts'
import { play, type Step } from './play.ts'

/** The orders that a worker executes. */
export type WorkerOrder =
  | { readonly do: 'open'; readonly options: ClientOptions }
  /** Makes the calls, and returns their outcomes. */
  | { readonly do: 'play'; readonly steps: readonly Step[]; readonly limitMs: number }
  /** Nanoseconds of a cached `headers()`, and of a constant async function. */
  | { readonly do: 'headers'; readonly rounds: number; readonly iterations: number }
  /** Whole calls, or pages, per second. */
  | {
      readonly do: 'rate'
      readonly concurrency: number
      readonly forMs: number
      readonly page?: PageVersion | undefined
    }
  /** The first key of a page, as the client returns it. */
  | { readonly do: 'page'; readonly page: PageVersion }

const [module = '', clockError = '0'] = process.argv.slice(2)
if (Number(clockError)) shiftClock(Number(clockError))
const { open } = (await import(module)) as { open: Open }
let client: Client

serveOrders<WorkerOrder>(async (order) => {
  switch (order.do) {
    case 'open':
      client = await open(order.options)
      return client.headers !== undefined
    case 'play':
      return play(client.call, order.steps, order.limitMs)
    case 'headers': {
      if (!client.headers) throw new Error('the client has no way to ask for headers')
      await client.headers()
      return measureRatio(client.headers, order.rounds, order.iterations)
    }
    case 'rate':
      return measureRate(order.page ? readerOf(order.page) : client.call, order.concurrency, order.forMs)
    case 'page':
      return String(await readerOf(order.page)())
  }
})

function readerOf(version: PageVersion): () => Promise<unknown> {
  const read = client.pages?.[version]
  if (!read) throw new Error(`the client does not read pages of ${version}`)
  return read
}

/** Makes the wall clock of this process wrong, before the client is loaded. */
function shiftClock(ms: number): void {
  const RealDate = Date
  globalThis.Date = class extends RealDate {
    constructor(...args: [] | [number]) {
      if (args.length) super(...args)
      else super(RealDate.now() + ms)
    }
    static override now(): number {
      return RealDate.now() + ms
    }
  } as DateConstructor
}
