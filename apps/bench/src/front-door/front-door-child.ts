// Calls through the front door and through the client behind it, in one process: over a `fetch` that responds
// immediately, and over loopback.
import { createOAuth } from '@x/auth'
import { connectCluster } from '@x/camunda'
import { createOrchestrationClient } from '@x/orchestration'
import { serveOrders } from '../child/ask.ts'
import { type ClientOptions, instanceKey } from '../client.ts'
import { takeTurns } from '../speed/in-turns.ts'
import { median } from '../statistics.ts'

export interface FrontDoorOrder {
  readonly options: ClientOptions
  readonly rounds: number
  /** Calls of one slice. */
  readonly calls: number
}

/** The cost of a call, in microseconds of processor time. */
export interface FrontDoorCost {
  /** What the front door adds to a call. */
  readonly addedUs: number
  /** A whole call of the client over loopback, one at a time. */
  readonly callUs: number
  /** The former as a share of the latter. */
  readonly share: number
}

type Call = () => Promise<unknown>

serveOrders<FrontDoorOrder>(async ({ options, rounds, calls }): Promise<FrontDoorCost> => {
  const { tokenUrl, clientId, clientSecret, audience, apiUrl } = options
  const auth = createOAuth({ tokenUrl, clientId, clientSecret })
  const response = await fetch(`${apiUrl}/v2/process-instances/${instanceKey}`, {
    headers: await auth.headers(audience),
  })
  const [body, { headers }] = [await response.text(), response]
  const respond = async (): Promise<Response> => new Response(body, { headers })

  const [client, door] = open(respond)
  const slice = (call: Call): Promise<number> => measure(call, calls)
  for (const call of [client, door]) await measure(call, calls * 20)
  const pairs = (await takeTurns(client, [door], rounds, slice)).get(door) ?? []
  const addedUs = median(pairs.map(({ own, limit }) => own - limit))

  const [remote] = open()
  await measure(remote, calls * 5)
  const costs: number[] = []
  // These take a hundred times as long, and vary little.
  for (let round = 0; round < rounds / 10; round++) costs.push(await slice(remote))
  const callUs = median(costs)
  return { addedUs, callUs, share: addedUs / callUs }

  function open(fetch?: typeof globalThis.fetch): [client: Call, door: Call] {
    const orchestration = createOrchestrationClient({ auth, baseUrl: apiUrl, audience, fetch })
    const camunda = connectCluster({ restUrl: apiUrl, audience }, { auth, version: '8.9', fetch })
    return [() => orchestration.processInstances.get(instanceKey), () => camunda.processInstances.get(instanceKey)]
  }
})

/** Processor time of one call. Wall-clock time would include other programs. */
async function measure(call: Call, calls: number): Promise<number> {
  const before = process.cpuUsage()
  for (let index = 0; index < calls; index++) await call()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / calls
}
