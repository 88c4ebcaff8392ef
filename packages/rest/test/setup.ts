import { createTransport, type RestEvent, type Route, type Transport, type TransportOptions } from '../src/index.ts'

export const secret = 'token-that-must-not-show'

export const getThing: Route = { id: 'things.get', method: 'GET', path: '/things/{thingId}' }
export const createThing: Route = { id: 'things.create', method: 'POST', path: '/things' }
export const searchThings: Route = { id: 'things.search', method: 'POST', path: '/things/search', safe: true }

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
    sleep: async (ms) => {
      waits.push(ms)
    },
    ...options,
  })
  return { transport, events, waits }
}
