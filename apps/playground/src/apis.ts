import type { Credentials } from '@x/env'
import type { ClientOptions, Operation } from '@x/rest'

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
  /** An operation that reads little, to see whether the API answers. */
  readonly check: { readonly id: string; readonly input?: unknown }
  /** Where it is, as far as the credentials say. */
  addressOf(credentials: Credentials): string | undefined
  /** Whom its tokens are for. */
  audienceOf(credentials: Credentials): string | undefined
  load(): Promise<LoadedApi>
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
