import { consoleApi } from '@x/console/about'
import type { Credentials } from '@x/env'
import { hubApi } from '@x/hub/about'
import { modelerApi } from '@x/modeler/about'
import { operateApi } from '@x/operate/about'
import { optimizeApi } from '@x/optimize/about'
import { orchestrationApi } from '@x/orchestration/about'
import type { ApiDescription, ClientOptions } from '@x/rest'
import type { Operation } from '@x/rest/shapes'
import { tasklistApi } from '@x/tasklist/about'

/** What credentials give access to. */
export type ApiCredentials = Pick<Credentials, 'cluster' | 'organization'>

/**
 * One API: the description from its package, and what only the playground needs. A new API is a new entry of {@link
 * apis}.
 */
export interface Api extends ApiDescription {
  /** Its purpose in one line. */
  readonly about: string
  /** An operation with a small response, to check whether the API is available. */
  readonly check: { readonly id: string; readonly input?: unknown }
  readonly shell: ShellVariables
  /** Loads the function that creates a client: resources with methods. */
  loadClient(): Promise<{ create(options: ClientOptions): object }>
  /** Loads the operations with shapes and descriptions, which a client does not need. */
  load(): Promise<{ readonly operations: readonly Operation[] }>
}

/** The variables of a downloaded file for address and audience, used in shell code. */
export interface ShellVariables {
  readonly address: string
  /** The address if that variable is not set. @defaultValue `baseUrl` of the API, followed by `includes` */
  readonly otherwise?: string
  /** The part of `versionPath` that the variable already ends with. */
  readonly includes?: string
  readonly audience: string
}

/** All APIs, with those that Camunda has deprecated last. */
export const apis: readonly Api[] = [
  {
    ...orchestrationApi,
    about: 'Deploy, start, find and repair: processes, jobs, tasks, decisions',
    check: { id: 'cluster.getTopology' },
    shell: {
      address: 'ZEEBE_REST_ADDRESS',
      otherwise: 'https://$CAMUNDA_CLUSTER_REGION.zeebe.camunda.io/$CAMUNDA_CLUSTER_ID',
      audience: 'ZEEBE_TOKEN_AUDIENCE',
    },
    loadClient: async () => ({ create: (await import('@x/orchestration')).createOrchestrationClient }),
    load: () => import('@x/orchestration/operations'),
  },
  {
    ...consoleApi,
    about: 'Clusters, their clients and secrets, members',
    check: { id: 'clusters.list' },
    shell: { address: 'CAMUNDA_CONSOLE_BASE_URL', audience: 'CAMUNDA_CONSOLE_OAUTH_AUDIENCE' },
    loadClient: async () => ({ create: (await import('@x/console')).createConsoleClient }),
    load: () => import('@x/console/operations'),
  },
  {
    ...hubApi,
    about: 'Workspaces, projects, folders and files from Camunda 8.10 on',
    check: { id: 'info.get' },
    shell: { address: 'CAMUNDA_HUB_BASE_URL', audience: 'CAMUNDA_CONSOLE_OAUTH_AUDIENCE' },
    loadClient: async () => ({ create: (await import('@x/hub')).createHubClient }),
    load: () => import('@x/hub/operations'),
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
    loadClient: async () => ({ create: (await import('@x/modeler')).createModelerClient }),
    load: () => import('@x/modeler/operations'),
  },
  {
    ...optimizeApi,
    about: 'Reports, dashboards and their data',
    check: { id: 'health.checkReadiness' },
    shell: {
      address: 'CAMUNDA_OPTIMIZE_BASE_URL',
      otherwise: 'https://$CAMUNDA_CLUSTER_REGION.optimize.camunda.io/$CAMUNDA_CLUSTER_ID',
      audience: 'CAMUNDA_OPTIMIZE_OAUTH_AUDIENCE',
    },
    loadClient: async () => ({ create: (await import('@x/optimize')).createOptimizeClient }),
    load: () => import('@x/optimize/operations'),
  },
  {
    ...operateApi,
    about: 'What is running and what failed, up to Camunda 8.9',
    check: { id: 'processDefinitions.search', input: { size: 1 } },
    shell: {
      address: 'CAMUNDA_OPERATE_BASE_URL',
      otherwise: 'https://$CAMUNDA_CLUSTER_REGION.operate.camunda.io/$CAMUNDA_CLUSTER_ID',
      audience: 'CAMUNDA_OPERATE_OAUTH_AUDIENCE',
    },
    loadClient: async () => ({ create: (await import('@x/operate')).createOperateClient }),
    load: () => import('@x/operate/operations'),
  },
  {
    ...tasklistApi,
    about: 'User tasks, up to Camunda 8.9',
    check: { id: 'tasks.search', input: { pageSize: 1 } },
    shell: {
      address: 'CAMUNDA_TASKLIST_BASE_URL',
      otherwise: 'https://$CAMUNDA_CLUSTER_REGION.tasklist.camunda.io/$CAMUNDA_CLUSTER_ID',
      audience: 'CAMUNDA_TASKLIST_OAUTH_AUDIENCE',
    },
    loadClient: async () => ({ create: (await import('@x/tasklist')).createTasklistClient }),
    load: () => import('@x/tasklist/operations'),
  },
]

/** @throws TypeError for a name that is not in {@link apis}. */
export function findApi(name: string): Api {
  const api = apis.find((candidate) => candidate.name === name)
  if (!api) throw new TypeError(`There is no API called ${name}.`)
  return api
}

/** Returns the address of an API if the credentials have it. */
export function addressOf({ credentials, address }: ApiDescription, known: ApiCredentials): string | undefined {
  return settingOf(known[credentials], address)
}

/** Returns the audience of its tokens: that of the credentials for this API, for all of them, or the default. */
export function audienceOf({ name, credentials, audience }: ApiDescription, known: ApiCredentials): string | undefined {
  const own = name === 'orchestration' ? 'audience' : `${name}Audience`
  return credentials === 'cluster' ? (settingOf(known.cluster, own) ?? audience) : known.organization?.audience
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
    // A chunk that failed to load is requested again next time.
    loaded.catch(() => loading.delete(api.name))
  }
  return loaded
}
