import type { Credentials } from '@x/env'
import type { ClientOptions, Operation } from '@x/rest'

/** The clients that credentials hold. */
export type ApiCredentials = Pick<Credentials, 'cluster' | 'organization'>

/** Everything that the playground knows of one API. Another API is another entry of {@link apis}. */
export interface Api {
  /** In addresses, and how the proxy and the embedded Camunda call it. */
  readonly name: string
  readonly title: string
  /** What it is for, in one line. */
  readonly about: string
  /** Which of the two kinds of credentials opens it. */
  readonly credentials: 'cluster' | 'organization'
  /** The package and its factory, for code to take home. */
  readonly packageName: string
  readonly factory: string
  /** What its client puts between the address and the operations' paths. */
  readonly versionPath?: string
  /** For code to take home. */
  readonly takeHome: {
    /** The member of the credentials that has its address. */
    readonly address: string
    /** Where the variables of a downloaded file have its address and audience, and what they are otherwise. */
    readonly baseUrl: ShellValue
    readonly audience: ShellValue
    /** What comes between that address and the operations' paths. */
    readonly version: string
  }
  /** An operation that reads little, to see whether the API answers. */
  readonly check: { readonly id: string; readonly input?: unknown }
  /** Where it is, as far as the credentials say. */
  addressOf(credentials: ApiCredentials): string | undefined
  /** Whom its tokens are for. */
  audienceOf(credentials: ApiCredentials): string | undefined
  load(): Promise<LoadedApi>
}

/** A variable of the environment, and what is taken when it is not set. */
export interface ShellValue {
  readonly variable: string
  readonly otherwise: string
}

export interface LoadedApi {
  readonly operations: readonly Operation[]
  /** A client: resources, each with methods. */
  createClient(options: ClientOptions): object
}

export const apis: readonly Api[] = [
  {
    name: 'operate',
    title: 'Operate',
    about: 'What runs, and what went wrong',
    credentials: 'cluster',
    packageName: '@x/operate',
    factory: 'createOperateClient',
    versionPath: '/v1',
    takeHome: {
      address: 'operateUrl',
      baseUrl: {
        variable: 'CAMUNDA_OPERATE_BASE_URL',
        otherwise: 'https://$CAMUNDA_CLUSTER_REGION.operate.camunda.io/$CAMUNDA_CLUSTER_ID',
      },
      version: '/v1',
      audience: { variable: 'CAMUNDA_OPERATE_OAUTH_AUDIENCE', otherwise: 'operate.camunda.io' },
    },
    check: { id: 'processDefinitions.search', input: { size: 1 } },
    addressOf: ({ cluster }) => cluster?.operateUrl,
    audienceOf: ({ cluster }) => cluster?.operateAudience ?? 'operate.camunda.io',
    load: async () => {
      const [{ createOperateClient }, { operations }] = await Promise.all([
        import('@x/operate'),
        import('@x/operate/operations'),
      ])
      return { operations, createClient: createOperateClient }
    },
  },
  {
    name: 'console',
    title: 'Console',
    about: 'Clusters, their clients and secrets, members',
    credentials: 'organization',
    packageName: '@x/console',
    factory: 'createConsoleClient',
    takeHome: {
      address: 'consoleUrl',
      baseUrl: {
        variable: 'CAMUNDA_CONSOLE_BASE_URL',
        otherwise: 'https://api.cloud.camunda.io',
      },
      version: '',
      audience: { variable: 'CAMUNDA_CONSOLE_OAUTH_AUDIENCE', otherwise: 'api.cloud.camunda.io' },
    },
    check: { id: 'clusters.list' },
    addressOf: ({ organization }) => organization?.consoleUrl,
    audienceOf: ({ organization }) => organization?.audience,
    load: async () => {
      const [{ createConsoleClient }, { operations }] = await Promise.all([
        import('@x/console'),
        import('@x/console/operations'),
      ])
      return { operations, createClient: createConsoleClient }
    },
  },
  {
    name: 'modeler',
    title: 'Web Modeler',
    about: 'Projects, folders, files and their versions',
    credentials: 'organization',
    packageName: '@x/modeler',
    factory: 'createModelerClient',
    versionPath: '/api/v1',
    takeHome: {
      address: 'modelerUrl',
      baseUrl: {
        variable: 'CAMUNDA_MODELER_BASE_URL',
        otherwise: 'https://modeler.cloud.camunda.io/api',
      },
      version: '/v1',
      audience: { variable: 'CAMUNDA_CONSOLE_OAUTH_AUDIENCE', otherwise: 'api.cloud.camunda.io' },
    },
    check: { id: 'info.get' },
    addressOf: ({ organization }) => organization?.modelerUrl,
    audienceOf: ({ organization }) => organization?.audience,
    load: async () => {
      const [{ createModelerClient }, { operations }] = await Promise.all([
        import('@x/modeler'),
        import('@x/modeler/operations'),
      ])
      return { operations, createClient: createModelerClient }
    },
  },
]

/** @throws TypeError for a name that is none of {@link apis}. */
export function findApi(name: string): Api {
  const api = apis.find((candidate) => candidate.name === name)
  if (!api) throw new TypeError(`There is no API called ${name}.`)
  return api
}

const loading = new Map<Api, Promise<LoadedApi>>()

/** Client and operations of an API, fetched once. */
export function loadApi(api: Api): Promise<LoadedApi> {
  let loaded = loading.get(api)
  if (!loaded) {
    loaded = api.load()
    loading.set(api, loaded)
    // A chunk that did not arrive is asked for again next time.
    loaded.catch(() => loading.delete(api))
  }
  return loaded
}
