import {
  type Connection,
  checkBulkFilter,
  createConnection,
  createTransport,
  cursorPaging,
  offsetPaging,
  pagePaging,
  type RestEvent,
  type Route,
  type Searches,
  searchAfterPaging,
  type Transport,
  type TransportOptions,
  type ValidationMode,
} from '../src/index.ts'
import { parseJson } from '../src/json.ts'

export const secret = 'token-that-must-not-show'

export const getThing: Route = { id: 'things.get', method: 'GET', path: '/things/{thingId}' }
export const createThing: Route = { id: 'things.create', method: 'POST', path: '/things' }
export const searchThings: Route = { id: 'things.search', method: 'POST', path: '/things/search', safe: true }

/** What searches of every kind need. */
export const searches: Searches = {
  checkFilter: checkBulkFilter,
  searchAfter: searchAfterPaging,
  page: pagePaging,
  cursor: cursorPaging,
  offset: offsetPaging,
}

/** A transport whose waits take no time and are written down, with the jitter at its upper bound. */
export function transportTo(
  baseUrl: string,
  options: Partial<TransportOptions> = {},
): { transport: Transport; events: RestEvent[]; waits: number[] } {
  const events: RestEvent[] = []
  const waits: number[] = []
  const transport = createTransport({
    api: 'Example',
    baseUrl,
    auth: { headers: async () => ({ authorization: `Bearer ${secret}` }) },
    onEvent: (event) => events.push(event),
    random: () => 1,
    parseJson,
    sleep: async (ms) => {
      waits.push(ms)
    },
    ...options,
  })
  return { transport, events, waits }
}

/** A connection whose clock moves only while something waits. */
export function connectionTo(
  baseUrl: string,
  options: Partial<TransportOptions & { validate: ValidationMode }> = {},
): { connection: Connection; waits: number[]; events: RestEvent[]; clock: { now: number } } {
  const clock = { now: 1_000_000 }
  const waits: number[] = []
  const events: RestEvent[] = []
  const connection = createConnection({
    api: 'Example',
    baseUrl,
    auth: { headers: async () => ({ authorization: `Bearer ${secret}` }) },
    onEvent: (event) => events.push(event),
    random: () => 1,
    parseJson,
    now: () => clock.now,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted()
      waits.push(ms)
      clock.now += ms
    },
    ...options,
  })
  return { connection, waits, events, clock }
}
