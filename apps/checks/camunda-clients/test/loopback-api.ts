import { createRequire } from 'node:module'
import { startServer } from 'test-servers'

export interface LoopbackApi {
  readonly url: string
  /** Path and audience of each request that carried a token. */
  readonly seen: string[]
  /** Tokens that are rejected with 401. */
  readonly withdrawn: Set<string>
  close(): Promise<void>
}

/** The client of a token, according to its JWT. */
export const audienceOf = (authorization: string): string =>
  JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString()).aud

/** Replaces the APIs that the emulator does not have: returns empty responses to any request with a token. */
export async function startLoopbackApi(): Promise<LoopbackApi> {
  const seen: string[] = []
  const withdrawn = new Set<string>()
  const { url, close } = await startServer(({ path, headers: { authorization = '' } }) => {
    if (!authorization.startsWith('Bearer ') || withdrawn.has(authorization)) return { status: 401, body: {} }
    seen.push(`${path} ${audienceOf(authorization)}`)
    return { body: path.includes('/tasks/') ? [] : TOPOLOGY }
  })
  return { url, seen, withdrawn, close }
}

const TOPOLOGY = {
  brokers: [],
  clusterId: 'cluster',
  clusterSize: 1,
  partitionsCount: 1,
  replicationFactor: 1,
  gatewayVersion: '8.8.0',
  lastCompletedChangeId: '0',
}

export interface LoopbackGateway {
  readonly address: string
  /** The `authorization` of each call. */
  readonly seen: string[]
  close(): void
}

/** A Zeebe gateway that returns its topology, over real gRPC, from the SDK's own interface file. */
export async function startLoopbackGateway(peers: URL): Promise<LoopbackGateway> {
  const require = createRequire(createRequire(peers).resolve('@camunda8/sdk'))
  const grpc = require('@grpc/grpc-js')
  const definition = require('@grpc/proto-loader').loadSync(require.resolve('./proto/zeebe.proto'))
  const { Gateway } = grpc.loadPackageDefinition(definition).gateway_protocol
  const seen: string[] = []
  const server = new grpc.Server()
  type Call = { metadata: { get(name: string): string[] } }
  server.addService(Gateway.service, {
    Topology(call: Call, answer: (error: null, value: object) => void) {
      seen.push(...call.metadata.get('authorization'))
      answer(null, { ...TOPOLOGY, lastCompletedChangeId: 0 })
    },
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error: Error | null, bound: number) =>
      error ? reject(error) : resolve(bound),
    )
  })
  return { address: `grpc://127.0.0.1:${port}`, seen, close: () => server.forceShutdown() }
}
