import { operations as consoleOperations } from '@x/console/operations'
import { operations as modelerOperations } from '@x/modeler/operations'
import { operations as operateOperations } from '@x/operate/operations'
import type { Operation } from '@x/rest'

/** An API with a table of operations, and what its pages say that no operation says. */
export interface Api {
  readonly name: string
  readonly title: string
  readonly packageName: string
  /** The interface whose members are the resources that operation ids begin with. */
  readonly client: string
  /** What the client puts between the base URL and an operation's path. */
  readonly prefix: string
  /** What to say of an operation that names no version. */
  readonly unversioned: string
  readonly operations: readonly Operation[]
}

export const apis: readonly Api[] = [
  {
    name: 'console',
    title: 'Console',
    packageName: '@x/console',
    client: 'ConsoleClient',
    prefix: '',
    unversioned: 'Camunda 8 SaaS',
    operations: consoleOperations,
  },
  {
    name: 'modeler',
    title: 'Web Modeler',
    packageName: '@x/modeler',
    client: 'ModelerClient',
    prefix: '',
    unversioned: 'all',
    operations: modelerOperations,
  },
  {
    name: 'operate',
    title: 'Operate',
    packageName: '@x/operate',
    client: 'OperateClient',
    prefix: '/v1',
    unversioned: 'all',
    operations: operateOperations,
  },
]

/** Method and path as they go out below the client's base URL. */
export function wireOf({ prefix }: Api, { method, path }: Operation): string {
  return `${method} ${prefix}${path}`
}

/** The versions of Camunda that serve an operation, in words. */
export function versionsOf({ unversioned }: Api, { since, until }: Operation): string {
  if (since && until) return `Camunda ${since} to ${until}`
  if (since) return `Camunda ${since} and later`
  if (until) return `Camunda up to ${until}`
  return unversioned
}

/** What a client must be allowed; undefined where Camunda does not say. */
export function permissionOf({ permission, authenticated }: Operation): string | undefined {
  return authenticated === false ? 'none, not even a token' : permission
}
