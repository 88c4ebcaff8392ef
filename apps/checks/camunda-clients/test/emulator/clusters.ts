import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Emulator } from '@x/emulator'
import { type EmulatorServer, serve } from '@x/emulator/node'
import { afterAll, beforeAll } from 'vitest'
import type { ForeignClient } from './drive.ts'

const requirePeer = createRequire(new URL('../../peers/package.json', import.meta.url))

export interface Cluster {
  readonly emulator: Emulator
  readonly client: ForeignClient
}

/** An emulator over HTTP, in real time, and a client with exactly the settings that a real cluster requires. */
function useCluster(createClient: (emulator: Emulator) => Promise<ForeignClient>): Cluster {
  let server: EmulatorServer
  let client: ForeignClient
  beforeAll(async () => {
    server = await serve({ version: '8.9', operate: { processInstances: 0 } })
    client = await createClient(server.emulator)
  })
  afterAll(() => server.close())
  return {
    get emulator() {
      return server.emulator
    },
    get client() {
      return client
    },
  }
}

/** The client of `@camunda8/orchestration-cluster-api`. */
export function useOrchestrationClusterApi(): Cluster {
  return useCluster(async (emulator) => {
    const { createCamundaClient } = await import(requirePeer.resolve('@camunda8/orchestration-cluster-api'))
    const { tokenUrl, clientId, clientSecret } = emulator.credentials('cluster')
    return createCamundaClient({
      config: {
        CAMUNDA_AUTH_STRATEGY: 'OAUTH',
        CAMUNDA_OAUTH_URL: tokenUrl,
        CAMUNDA_CLIENT_ID: clientId,
        CAMUNDA_CLIENT_SECRET: clientSecret,
        CAMUNDA_TOKEN_AUDIENCE: 'zeebe.camunda.io',
        CAMUNDA_REST_ADDRESS: emulator.url('orchestration'),
      },
    })
  })
}

/** `CamundaRestClient` of `@camunda8/sdk`. */
export function useCamundaRestClient(): Cluster {
  let cache: string | undefined
  afterAll(async () => {
    if (cache !== undefined) await rm(cache, { recursive: true, force: true })
  })
  return useCluster(async (emulator) => {
    cache = await mkdtemp(join(tmpdir(), 'camunda-sdk-'))
    const { tokenUrl, clientId, clientSecret } = emulator.credentials('cluster')
    const { Camunda8 } = requirePeer('@camunda8/sdk')
    const camunda = new Camunda8({
      CAMUNDA_OAUTH_URL: tokenUrl,
      ZEEBE_CLIENT_ID: clientId,
      ZEEBE_CLIENT_SECRET: clientSecret,
      ZEEBE_REST_ADDRESS: emulator.url('orchestration'),
      CAMUNDA_TOKEN_CACHE_DIR: cache,
      CAMUNDA_LOG_LEVEL: 'none',
    })
    return camunda.getCamundaRestClient()
  })
}
