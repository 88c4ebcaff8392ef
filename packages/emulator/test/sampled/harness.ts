import { createOrchestrationClient, type OrchestrationClient, type OrchestrationClientOptions } from '@x/orchestration'
import { orchestrationApi } from '@x/orchestration/operations'
import type { Emulator, EmulatorOptions } from '../../src/index.ts'
import { type Call, createCall, createStill, fetchToken } from '../support.ts'

export interface Harness {
  readonly emulator: Emulator
  readonly client: OrchestrationClient
  /** Calls a path below the address of the API, with a token. */
  readonly call: Call
  readonly token: string
}

/** An emulator with one cluster of Camunda 8.`minor`, and a client of it that checks strictly. */
export async function createHarness(
  minor = 10,
  options: EmulatorOptions = {},
  clientOptions: Partial<OrchestrationClientOptions> = {},
): Promise<Harness> {
  const emulator = createStill({ clusters: [{ name: 'Orders', minor }], ...options })
  const token = await fetchToken(emulator, emulator.credentials('cluster'), orchestrationApi.audience)
  const baseUrl = emulator.url(orchestrationApi.name)
  const client = createOrchestrationClient({
    auth: { headers: async () => ({ authorization: `Bearer ${token}` }) },
    baseUrl,
    fetch: emulator.fetch,
    retry: false,
    validate: 'strict',
    ...clientOptions,
  })
  return { emulator, client, call: createCall(emulator, baseUrl, token), token }
}
