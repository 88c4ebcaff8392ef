import { existsSync } from 'node:fs'

/** A client that the bench measures. */
export interface Entry {
  readonly id: string
  readonly title: string
  /** The file that exports `open`. */
  readonly module: URL
  /** Packages to install for the weight. The first one is imported. */
  readonly packages: readonly string[]
  /** `ours`, a limit to measure against, or a peer. */
  readonly kind: 'limit' | 'ours' | 'peer'
  /** Whether its token requests are counted. The others share a token cache with a client whose requests are. */
  readonly tokens: boolean
  /**
   * Set for a variant of one of our clients: only its speed is measured, since weight and tokens are those of the
   * client.
   */
  readonly isVariant?: boolean | undefined
  /** Code of a page that gets a token and makes one call, to weigh it bundled. */
  readonly bundle?: string | undefined
}

/** Where the peers are installed, outside the workspace. */
export const peersFolder = new URL('../peers/', import.meta.url)
export const appFolder = new URL('../', import.meta.url)

const options = '{ tokenUrl, clientId, clientSecret, audience, baseUrl }'
const own = (name: string): URL => new URL(`./clients/${name}.ts`, import.meta.url)
const peer = (name: string): URL => new URL(`${name}.js`, peersFolder)

export const catalog: readonly Entry[] = [
  {
    id: 'raw-fetch',
    title: 'fetch, static header',
    module: own('raw-fetch'),
    packages: [],
    kind: 'limit',
    tokens: false,
    bundle: `export const go = async (${options}) => {
      const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, audience })
      const { access_token } = await (await fetch(tokenUrl, { method: 'POST', body })).json()
      return (await fetch(baseUrl, { headers: { authorization: 'Bearer ' + access_token } })).json()
    }`,
  },
  {
    id: 'raw-undici',
    title: 'undici.request, static header',
    module: own('raw-undici'),
    packages: [],
    kind: 'limit',
    tokens: false,
  },
  {
    id: 'ky-alone',
    title: 'ky, static header',
    module: own('ky-alone'),
    packages: ['ky'],
    kind: 'limit',
    tokens: false,
    bundle: `import ky from 'ky'; export const go = (url, headers) => ky(url, { headers }).json()`,
  },
  {
    id: 'x-auth',
    title: '@x/auth headers() + fetch',
    module: own('x-auth'),
    packages: ['@x/auth'],
    kind: 'ours',
    tokens: false,
    bundle: `import { createOAuth } from '@x/auth'
      export const go = async (o) => (await fetch(o.baseUrl, { headers: await createOAuth(o).headers(o.audience) })).json()`,
  },
  {
    id: 'x-auth-fetch',
    title: '@x/auth auth.fetch',
    module: own('x-auth-fetch'),
    packages: [],
    kind: 'ours',
    tokens: false,
  },
  {
    id: 'x-operate',
    title: '@x/operate + @x/auth',
    module: own('x-operate'),
    packages: ['@x/operate', '@x/auth'],
    kind: 'ours',
    tokens: true,
    bundle: `import { createOAuth } from '@x/auth'; import { createOperateClient } from '@x/operate'
      export const go = (o) => createOperateClient({ ...o, auth: createOAuth(o) }).processInstances.get('1')`,
  },
  variant('x-operate-unchecked', '@x/operate/unchecked'),
  variant('x-operate-undici', '@x/operate over undici'),
  {
    id: 'x-orchestration',
    title: '@x/orchestration + @x/auth',
    module: own('x-orchestration'),
    packages: ['@x/orchestration', '@x/auth'],
    kind: 'ours',
    tokens: false,
    bundle: `import { createOAuth } from '@x/auth'; import { createOrchestrationClient } from '@x/orchestration'
      export const go = (o) => createOrchestrationClient({ ...o, auth: createOAuth(o) }).processInstances.get('1')`,
  },
  variant('x-orchestration-unchecked', '@x/orchestration/unchecked'),
  variant('x-orchestration-undici', '@x/orchestration over undici'),
  variant('x-camunda', '@x/camunda over @x/orchestration'),
  {
    id: 'camunda-sdk',
    title: '@camunda8/sdk',
    module: peer('camunda-sdk'),
    packages: ['@camunda8/sdk'],
    kind: 'peer',
    tokens: true,
    bundle: `import { Operate } from '@camunda8/sdk'
      export const go = (config) => new Operate.OperateApiClient({ config }).getProcessInstance('1')`,
  },
  {
    id: 'orchestration-cluster-api',
    title: '@camunda8/orchestration-cluster-api',
    module: peer('orchestration-cluster-api'),
    packages: ['@camunda8/orchestration-cluster-api'],
    kind: 'peer',
    tokens: true,
    bundle: `import { createCamundaClient } from '@camunda8/orchestration-cluster-api'
      export const go = (config) => createCamundaClient({ config }).getTopology()`,
  },
  {
    id: 'operate-api-client',
    title: 'operate-api-client',
    module: peer('operate-api-client'),
    packages: ['operate-api-client', 'camunda-saas-oauth'],
    kind: 'peer',
    tokens: true,
    bundle: `import { OperateApiClient } from 'operate-api-client'
      export const go = (o) => new OperateApiClient(o).getProcessInstance('1')`,
  },
  {
    id: 'azure',
    title: '@azure/core-rest-pipeline',
    module: peer('azure'),
    packages: ['@azure/core-rest-pipeline', '@azure/core-auth'],
    kind: 'peer',
    tokens: true,
    bundle: `import { bearerTokenAuthenticationPolicy, createDefaultHttpClient, createEmptyPipeline, createPipelineRequest } from '@azure/core-rest-pipeline'
      export const go = (credential, url) => {
        const pipeline = createEmptyPipeline()
        pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: ['a'] }))
        return pipeline.sendRequest(createDefaultHttpClient(), createPipelineRequest({ url }))
      }`,
  },
  {
    id: 'google-auth-library',
    title: 'google-auth-library',
    module: peer('google-auth-library'),
    packages: ['google-auth-library'],
    kind: 'peer',
    tokens: true,
    bundle: `import { OAuth2Client } from 'google-auth-library'; export const go = (url) => new OAuth2Client().request({ url })`,
  },
  {
    id: 'oauth4webapi',
    title: 'oauth4webapi',
    module: peer('oauth4webapi'),
    packages: ['oauth4webapi'],
    kind: 'peer',
    tokens: true,
    bundle: `import * as oauth from 'oauth4webapi'
      export const go = async (server, client, secret, url) => {
        const answer = await oauth.clientCredentialsGrantRequest(server, client, oauth.ClientSecretPost(secret), {})
        const { access_token } = await oauth.processClientCredentialsResponse(server, client, answer)
        return (await oauth.protectedResourceRequest(access_token, 'GET', new URL(url))).json()
      }`,
  },
  {
    id: 'naive',
    title: '10 lines by hand',
    module: own('naive'),
    packages: [],
    kind: 'peer',
    tokens: true,
  },
]

function variant(id: string, title: string): Entry {
  return { id, title, module: own(id), packages: [], kind: 'ours', tokens: false, isVariant: true }
}

/** Whether the packages of an entry are resolved from the folder of the peers. */
export function isForeign({ module }: Pick<Entry, 'module'>): boolean {
  return module.href.startsWith(peersFolder.href)
}

export function arePeersInstalled(): boolean {
  return existsSync(new URL('node_modules', peersFolder))
}
