// Names that examples may use without an import or a declaration.
declare const auth: import('@x/auth').OAuth
declare const operate: import('@x/operate').OperateClient
declare const modeler: import('@x/modeler').ModelerClient
declare const hub: import('@x/hub').HubClient
declare const tasklist: import('@x/tasklist').TasklistClient
declare const optimize: import('@x/optimize').OptimizeClient
declare const administration: import('@x/console').ConsoleClient
declare const cluster: import('@x/env').ClusterCredentials
declare const organization: import('@x/env').OrganizationCredentials
declare const transport: import('@x/rest').Transport
declare const tokenUrl: string
declare const clientId: string
declare const clientSecret: string
declare const baseUrl: string
declare const token: string
declare const key: string
declare const clusterId: string
declare const projectId: string
declare const fileId: string
declare const workspaceKey: string
declare const projectKey: string
declare const fileKey: string
declare const taskId: string
declare const collectionId: string
declare const reportId: string
declare const template: string
declare const xml: string
declare const url: string
declare const lastRun: Date
// Names from the reader's own code.
interface Thing {
  readonly id: string
}
type CallOptions = import('@x/rest').CallOptions
declare function list(query: { offset: number; signal: AbortSignal }): Promise<Thing[]>
declare function keep(...values: unknown[]): Promise<void>
declare function scrape(endpoint: object): void
declare function report(value: unknown): void
declare const session: { token(): Promise<string> }
declare const kv: {
  get(key: string): Promise<string | null>
  set(key: string, text: string): Promise<void>
  delete(key: string): Promise<void>
}
declare const camunda: import('@x/orchestration').OrchestrationClient
declare const job: import('@x/orchestration').ActivatedJob
declare const reference: import('@x/orchestration').DocumentReference
declare const userTaskKey: string
declare const processInstanceKey: string
declare const processDefinitionKey: string
declare const targetProcessDefinitionKey: string
declare const elementInstanceKey: string
declare const signal: AbortSignal
declare const batchOperationKey: string
declare const messageKey: string
declare const resourceKey: string
declare const pdf: Uint8Array<ArrayBuffer>
declare const files: File[]
declare const emulator: import('@x/emulator').Emulator
declare const assertions: import('@x/emulator/testing').Assertions
declare const coverage: import('@x/emulator/testing').Coverage
declare const engine: import('@x/engine').Engine
declare const secretValue: string
declare const secret: string
declare const credentials: import('@x/auth').OAuthOptions
declare const options: import('@x/auth').OAuthOptions
// Parts of other runtimes' globals that examples use.
declare const Deno: { openKv(): Promise<never>; serve(handler: unknown): void; env: { get(name: string): string } }
declare module 'cloudflare:workers' {
  export const env: Record<
    string,
    import('@x/auth/storage/cloudflare-kv').CloudflareKVNamespace & {
      idFromName(name: string): unknown
      get(id: unknown): never
    }
  >
}
declare module 'ioredis' {
  export class Redis {
    constructor(url?: string)
    set(...args: (string | number)[]): Promise<string | null>
    get(key: string): Promise<string | null>
    del(...keys: string[]): Promise<number>
    eval(...args: unknown[]): Promise<unknown>
  }
}
declare module 'unstorage' {
  export function createStorage(options: { driver: unknown }): import('@x/auth/storage/unstorage').Unstorage
}
declare module 'unstorage/drivers/fs' {
  export default function fsDriver(options: { base: string }): unknown
}
