import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOAuth, type OAuth } from '@x/auth'
import { fileStorage } from '@x/auth/storage/file'
import { type EmulatorServer, serve } from '@x/emulator/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hasPeers } from './install-peers.ts'
import {
  audienceOf,
  type LoopbackApi,
  type LoopbackGateway,
  startLoopbackApi,
  startLoopbackGateway,
} from './loopback-api.ts'

const peers = new URL('../peers/package.json', import.meta.url)
const recipe = (name: string): string => new URL(`../peers/${name}.js`, import.meta.url).href

let camunda: EmulatorServer
let api: LoopbackApi
let gateway: LoopbackGateway
let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'camunda-clients-'))
  camunda = await serve()
  api = await startLoopbackApi()
})
afterEach(async () => {
  await camunda.close()
  await api.close()
  await rm(directory, { recursive: true, force: true })
})

/** A process with our packages. All processes share their tokens. */
const signIn = (): OAuth =>
  createOAuth({ ...camunda.emulator.credentials('cluster'), storage: fileStorage({ directory }) })
const tokenRequests = (): number => camunda.emulator.journal.filter({ kind: 'token' }).length

describe.runIf(hasPeers())('@camunda8/sdk', () => {
  beforeEach(async () => {
    gateway = await startLoopbackGateway(peers)
  })
  afterEach(() => gateway.close())

  test('Zeebe gRPC and REST, Operate, Tasklist and Optimize clients use our tokens: one request for each audience', async () => {
    const { createCamunda8 } = await import(recipe('camunda-sdk'))
    const sdkCache = join(directory, 'sdk')
    const open = () =>
      createCamunda8(signIn(), {
        CAMUNDA_LOG_LEVEL: 'none',
        CAMUNDA_TOKEN_CACHE_DIR: sdkCache,
        CAMUNDA_OPERATE_BASE_URL: camunda.emulator.url('operate'),
        CAMUNDA_TASKLIST_BASE_URL: `${api.url}/tasklist`,
        CAMUNDA_OPTIMIZE_BASE_URL: `${api.url}/optimize`,
        ZEEBE_REST_ADDRESS: `${api.url}/zeebe`,
        ZEEBE_GRPC_ADDRESS: gateway.address,
        zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
      })
    const clients = [open(), open()]
    const calls = clients.flatMap((sdk) => {
      const grpc = sdk.getZeebeGrpcApiClient()
      const [rest, operate] = [sdk.getCamundaRestClient(), sdk.getOperateApiClient()]
      const [tasklist, optimize] = [sdk.getTasklistApiClient(), sdk.getOptimizeApiClient()]
      return [1, 2].flatMap(() => [
        grpc.topology(),
        rest.getTopology(),
        operate.searchProcessDefinitions({ size: 1 }),
        tasklist.searchTasks({}),
        optimize.getReportIds(1),
      ])
    })
    await Promise.all(calls)
    for (const sdk of clients) await sdk.closeAllClients()

    expect(gateway.seen.map(audienceOf)).toEqual(Array(4).fill('zeebe.camunda.io'))
    expect([...new Set(api.seen)].sort().map((line) => line.replace(/\?.*? /, ' '))).toEqual([
      '/optimize/api/report optimize.camunda.io',
      '/tasklist/v1/tasks/search tasklist.camunda.io',
      '/zeebe/v2/topology zeebe.camunda.io',
    ])
    expect(camunda.emulator.journal.filter({ kind: 'operate' }).map(({ status }) => status)).toEqual(Array(4).fill(200))
    expect(tokenRequests()).toBe(4)
    // The SDK's own cache was not used.
    expect(await readdir(sdkCache).catch(() => [])).toEqual([])
  })
})

describe.runIf(hasPeers())('@camunda8/orchestration-cluster-api', () => {
  test('uses our token, and a token that the API rejects is renewed once for all calls', async () => {
    const { createCluster } = await import(recipe('orchestration-cluster'))
    const [auth, other] = [signIn(), signIn()]
    const clusters = [createCluster(auth, api.url), createCluster(other, api.url)]
    const callAll = (): Promise<{ clusterSize: number }[]> =>
      Promise.all([1, 2, 3].flatMap(() => clusters.map((cluster) => cluster.getTopology())))
    for (const { clusterSize } of await callAll()) expect(clusterSize).toBe(1)
    expect(tokenRequests()).toBe(1)

    const { authorization = '' } = await auth.headers('zeebe.camunda.io')
    api.withdrawn.add(authorization)
    // With a body, too: the client passes a Request.
    const query = { filter: {}, page: { limit: 1 } }
    const search = () => clusters[0].searchProcessInstances(query, { consistency: { waitUpToMs: 0 } })
    await Promise.all([callAll(), search(), search()])
    expect(tokenRequests()).toBe(2)
    expect(api.seen.filter((line) => line.includes('search'))).toEqual(
      Array(2).fill('/v2/process-instances/search zeebe.camunda.io'),
    )
  })
})
