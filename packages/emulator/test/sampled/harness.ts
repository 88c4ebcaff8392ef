import { createOrchestrationClient, type OrchestrationClient, type OrchestrationClientOptions } from '@x/orchestration'
import { orchestrationApi } from '@x/orchestration/operations'
import type { ApiDescription, Authenticator } from '@x/rest'
import type { CamundaVersion, Emulator, EmulatorOptions } from '../../src/index.ts'
import { type Call, createCall, createStill, fetchToken } from '../support.ts'

export interface Connection {
  readonly emulator: Emulator
  readonly token: string
  readonly baseUrl: string
  readonly auth: Authenticator
  /** Calls a path below the address of the API, with a token. */
  readonly call: Call
}

/** An emulator with one cluster of Camunda 8.`minor`, and a token for an API at the address that its name leads to. */
export async function connect(
  about: ApiDescription,
  minor: number,
  options: EmulatorOptions = {},
): Promise<Connection> {
  const version = `8.${minor}` as CamundaVersion
  const nothingRuns = { processInstances: 0 }
  const emulator = createStill({ clusters: [{ name: 'Orders', version }], operate: nothingRuns, ...options })
  const token = await fetchToken(emulator, emulator.credentials(about.credentials), about.audience)
  const baseUrl = emulator.url(about.name)
  const auth = { headers: async () => ({ authorization: `Bearer ${token}` }) }
  return { emulator, token, baseUrl, auth, call: createCall(emulator, baseUrl, token) }
}

export interface Harness extends Connection {
  readonly client: OrchestrationClient
}

/** A connection to the Orchestration Cluster API, and a client that checks strictly. */
export async function createHarness(
  minor = 10,
  options: EmulatorOptions = {},
  clientOptions: Partial<OrchestrationClientOptions> = {},
): Promise<Harness> {
  const connection = await connect(orchestrationApi, minor, options)
  const { emulator, baseUrl, auth } = connection
  const shared = { auth, baseUrl, fetch: emulator.fetch, retry: false, validate: 'strict' } as const
  return { ...connection, client: createOrchestrationClient({ ...shared, ...clientOptions }) }
}
