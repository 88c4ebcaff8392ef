// Sources of credentials: the bindings of a Worker, parsed configuration, an environment.
import { type ClusterCredentials, readClusterCredentials, readCredentials, readOrganizationCredentials } from '@x/env'

interface KVNamespace {
  get(key: string): Promise<string | null>
  put(key: string, value: string): Promise<void>
}
interface Env {
  CAMUNDA_CLIENT_ID: string
  CAMUNDA_CLIENT_SECRET: string
  CAMUNDA_CLUSTER_ID: string
  CAMUNDA_CLUSTER_REGION: string
  TOKENS: KVNamespace
}
type Bindings = Readonly<Env> & { readonly CAMUNDA_OAUTH_URL?: string }
interface Generated extends Env {
  CAMUNDA_CLUSTER_REGION: 'bru-2'
  QUEUE: { send(message: unknown): Promise<void> }
  RETRIES: number
}

export const worker = {
  async fetch(_request: Request, env: Env): Promise<Response> {
    const cluster: ClusterCredentials = readClusterCredentials(env)
    return Response.json({ operateUrl: cluster.operateUrl, tokens: await env.TOKENS.get('tokens') })
  },
}
export const ofBindings = (env: Bindings) => readClusterCredentials(env)
export const ofGenerated = (env: Generated) => readOrganizationCredentials(env)
export const ofUnknown = (config: Record<string, unknown>) => readCredentials(config)
export const ofParsed = (config: Record<string, unknown>) => readClusterCredentials(config)
export const ofStrings = (config: Record<string, string>) => readOrganizationCredentials(config)
export const ofEnvironment = (env: Record<string, string | undefined>) => readClusterCredentials(env)
export const ofFrozen = () => readClusterCredentials(Object.freeze({ CAMUNDA_CLIENT_ID: 'a' } as const))
export const ofMerged = (env: Env) => readClusterCredentials({ ...env, CAMUNDA_CLUSTER_REGION: 'bru-2' })
