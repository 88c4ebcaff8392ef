import { consoleApi, createConsoleClient } from '@x/console'
import type { Credentials } from '@x/env'
import { createModelerClient, modelerApi } from '@x/modeler'
import { createOperateClient, operateApi } from '@x/operate'
import type { ApiDescription, ClientOptions } from '@x/rest'
import type { Operation } from '@x/rest/shapes'

/** The clients that credentials hold. */
export type ApiCredentials = Pick<Credentials, 'cluster' | 'organization'>

/** One API: what its package says about it, and what only the playground needs. Another API is another entry of {@link apis}. */
export interface Api extends ApiDescription {
  /** What it is for, in one line. */
  readonly about: string
  /** An operation that reads little, to see whether the API answers. */
  readonly check: { readonly id: string; readonly input?: unknown }
  readonly shell: ShellVariables
  /** Creates a client: resources, each with methods. */
  createClient(options: ClientOptions): object
  /** Loads the operations. They have the shapes and words, which a client does without. */
  load(): Promise<{ readonly operations: readonly Operation[] }>
}

/** How the variables of a downloaded file name the address and the audience, for shell code to take home. */
export interface ShellVariables {
  readonly address: string
  /** The address where that variable is not set. @defaultValue `baseUrl` of the API, followed by `includes` */
  readonly otherwise?: string
  /** The beginning of `versionPath` that the value of the variable ends with. */
  readonly includes?: string
  readonly audience: string
}

export const apis: readonly Api[] = [
  {
    ...operateApi,
    about: 'What runs, and what went wrong',
    check: { id: 'processDefinitions.search', input: { size: 1 } },
    shell: {
      address: 'CAMUNDA_OPERATE_BASE_URL',
      otherwise: 'https://$CAMUNDA_CLUSTER_REGION.operate.camunda.io/$CAMUNDA_CLUSTER_ID',
      audience: 'CAMUNDA_OPERATE_OAUTH_AUDIENCE',
    },
    createClient: createOperateClient,
    load: () => import('@x/operate/operations'),
  },
  {
    ...consoleApi,
    about: 'Clusters, their clients and secrets, members',
    check: { id: 'clusters.list' },
    shell: { address: 'CAMUNDA_CONSOLE_BASE_URL', audience: 'CAMUNDA_CONSOLE_OAUTH_AUDIENCE' },
    createClient: createConsoleClient,
    load: () => import('@x/console/operations'),
  },
  {
    ...modelerApi,
    about: 'Projects, folders, files and their versions',
    check: { id: 'info.get' },
    shell: {
      address: 'CAMUNDA_MODELER_BASE_URL',
      includes: '/api',
      audience: 'CAMUNDA_CONSOLE_OAUTH_AUDIENCE',
    },
    createClient: createModelerClient,
    load: () => import('@x/modeler/operations'),
  },
]

/** @throws TypeError for a name that is none of {@link apis}. */
export function findApi(name: string): Api {
  const api = apis.find((candidate) => candidate.name === name)
  if (!api) throw new TypeError(`There is no API called ${name}.`)
  return api
}

/** Where an API is, as far as the credentials say. */
export function addressOf({ credentials, address }: ApiDescription, known: ApiCredentials): string | undefined {
  return settingOf(known[credentials], address)
}

/** Whom its tokens are for: the audience of the credentials for this API, for all of them, or the usual one. */
export function audienceOf({ name, credentials, audience }: ApiDescription, known: ApiCredentials): string | undefined {
  return credentials === 'cluster'
    ? (settingOf(known.cluster, `${name}Audience`) ?? audience)
    : known.organization?.audience
}

function settingOf(client: object | undefined, name: string): string | undefined {
  return client && (Reflect.get(client, name) as string | undefined)
}

const loading = new Map<string, Promise<readonly Operation[]>>()

/** The operations of an API, fetched once. */
export function loadOperations(api: Api): Promise<readonly Operation[]> {
  let loaded = loading.get(api.name)
  if (!loaded) {
    loaded = api.load().then(({ operations }) => operations)
    loading.set(api.name, loaded)
    // A chunk that did not arrive is asked for again next time.
    loaded.catch(() => loading.delete(api.name))
  }
  return loaded
}
