import { type Connection, connected } from './connection.ts'
import { checkFilter } from './filter.ts'
import type { CallOptions } from './options.ts'
import { readPage } from './page-response.ts'
import { checkPlain } from './plain-body.ts'
import type { CallInput } from './request.ts'
import { type Input, pathParams, type Route, readRoute, type Texts } from './route.ts'
import { searchAll } from './search-all.ts'
import type { SearchAllOptions } from './search-all-options.ts'
import type { Part } from './validation-error.ts'
import { waitUntilThere } from './wait-for.ts'

/** Methods of a resource that are code: functions that get the resource, then the arguments. */
export type ResourceCode = Readonly<Record<string, (resource: never, ...args: never[]) => unknown>>

/** One resource without its shapes. */
export interface ResourceRoutes {
  readonly routes: Texts
  readonly code?: ResourceCode | undefined
}

/** Returns what goes in or out of a call, the keys of a response as text, or throws a `ValidationError`. */
export type Check = (route: Route, part: Part, value: unknown) => unknown

/**
 * Makes a resource of its generated routes. The arguments of a method are the path parameters in the order of the path,
 * then body or form, then the query, then the options of the call. A body that may be left out is sent empty. A paged
 * search has a second method, with `All` behind its name, that returns one item after the other.
 *
 * @param name - Name of the resource in the client; ids of operations begin with it.
 * @param check - Without it, only what JSON would not send as it is gets rejected.
 */
export function createResource<Resource extends object>(
  connection: Connection,
  name: string,
  { routes, code = {} }: ResourceRoutes,
  check: Check = checkPlain,
): Resource {
  const resource: Record<string, unknown> = {}
  for (const [verb, text] of Object.entries(routes)) {
    const route = readRoute(`${name}.${verb}`, text)
    const { takes = [] } = route
    const count = pathParams(route.path).length
    resource[verb] = async (...args: unknown[]): Promise<unknown> => {
      const parts = args.splice(0, count + takes.length)
      const input: { -readonly [Part in keyof CallInput]: unknown } = { params: parts.splice(0, count) }
      for (const part of takes) {
        const value = parts.shift()
        input[part] = value === undefined && route.mayOmit && part !== 'query' ? {} : value
      }
      return call(connection, route, input as CallInput, args[0] as CallOptions | undefined, check)
    }
    if (route.paging) {
      const search = resource[verb] as (body: object, options?: CallOptions) => Promise<never>
      resource[`${verb}All`] = (body: object = {}, options?: SearchAllOptions) => {
        // A wrong query throws here, at the call, and not later in the loop.
        checkParts(route, { body }, check)
        return searchAll(route, search, body, options)
      }
    }
  }
  for (const [verb, run] of Object.entries(code)) {
    resource[verb] = (...args: never[]) => run(resource as never, ...args)
  }
  return connected(resource as Resource, connection)
}

/** Makes all resources of a client. */
export function createResources<Client extends object>(
  connection: Connection,
  resources: Readonly<Record<string, ResourceRoutes>>,
): Client {
  const client = Object.entries(resources).map(([name, routes]) => [name, createResource(connection, name, routes)])
  return connected(Object.fromEntries(client) as Client, connection)
}

function call(
  connection: Connection,
  route: Route,
  input: CallInput,
  options: CallOptions = {},
  check: Check,
): Promise<unknown> {
  const checked = checkParts(route, input, check, options.everything)
  const read = (answer: unknown): unknown => readPage(route, check(route, 'response', answer))
  const send = (): Promise<unknown> => connection.transport.call(route, checked, options, read)
  return options.waitFor === undefined ? send() : waitUntilThere(connection, route, send, options)
}

function checkParts(route: Route, input: CallInput, check: Check, everything?: boolean): CallInput {
  const checked: { [Part in Input | 'params']?: unknown } = { ...input }
  for (const part of ['params', ...(route.takes ?? [])] as const) {
    if (input[part] !== undefined || part === 'body') checked[part] = check(route, part, input[part])
  }
  checkFilter(route, input.body, everything)
  return checked as CallInput
}
