import { type Connection, connected } from './connection.ts'
import { expectOption } from './errors.ts'
import { unknownTo } from './lifetime.ts'
import type { AnyOptions } from './options.ts'
import type { CallInput } from './request.ts'
import { type Input, pathParams, type Route, readRoute, type Texts } from './route.ts'
import type { PagingKind } from './search-all.ts'
import type { SearchAllOptions } from './search-all-options.ts'
import type { Searches } from './searches.ts'
import { type Part, refusePart } from './validation-error.ts'
import type { Waits } from './waits.ts'

/** Methods that are written by hand: functions of the resource and the arguments. */
export type ResourceCode = Readonly<Record<string, (resource: never, ...args: never[]) => unknown>>

/** One resource without its shapes. */
export interface ResourceRoutes {
  readonly routes: Texts
  readonly code?: ResourceCode | undefined
  /** For resources with paged searches, or that change all that a filter matches. */
  readonly searches?: Searches | undefined
  /** For resources whose data lags behind commands: implements `waitFor`. */
  readonly waits?: Waits | undefined
}

/** The resources of an API without their shapes, by name. */
export type ResourceRoutesByName = Readonly<Record<string, ResourceRoutes>>

/** Returns what goes in or out of a call, the keys of a response as text, or throws a `ValidationError`. */
export type Check = (route: Route, part: Part, value: unknown) => unknown

/**
 * Creates a resource from its generated routes. The arguments of a method are the path parameters in the order of the
 * path, then body or form, then the query, then the options of the call. An optional body that is left out is sent as an
 * empty object. A paged search has a second method, with the suffix `All`, that returns the items one by one.
 *
 * @param name - Name of the resource in the client: the first part of operation ids.
 */
export function createResource<Resource extends object>(
  connection: Connection,
  name: string,
  { routes, code = {}, searches, waits }: ResourceRoutes,
  check: Check,
): Resource {
  const kindOf = ({ paging }: Route): PagingKind | undefined => paging && searches?.[paging]

  function checkParts(route: Route, input: CallInput, everything?: boolean): CallInput {
    const message = unknownTo(connection.version, route)
    if (message) refusePart(route.id, 'operation', '', message)
    const checked: { [Part in Input | 'params']?: unknown } = { ...input }
    for (const part of ['params', ...(route.takes ?? [])] as const) {
      if (input[part] !== undefined || part === 'body') checked[part] = check(route, part, input[part])
    }
    searches?.checkFilter(route, input.body, everything)
    kindOf(route)?.checkPage?.(route.id, input.body)
    return checked as CallInput
  }

  async function call(route: Route, input: CallInput, options?: AnyOptions): Promise<unknown> {
    const checked = checkParts(route, input, options?.everything)
    const read = (response: unknown): unknown => {
      const result = check(route, 'response', response)
      return kindOf(route)?.readPage?.(result, route.id) ?? result
    }
    const send = (): Promise<unknown> => connection.transport.call(route, checked, options, read)
    if (options?.waitFor === undefined) return send()
    expectOption(waits, 'waitFor', `left out: the data of ${route.id} does not lag behind`)
    return waits.waitUntilThere(connection, route, send, options)
  }

  const resource: Record<string, unknown> = {}
  for (const [verb, text] of Object.entries(routes)) {
    const route = readRoute(`${name}.${verb}`, text)
    const { takes = [] } = route
    const count = pathParams(route.path).length
    const read = (args: readonly unknown[]): [input: CallInput, options: AnyOptions | undefined] => {
      const input: { -readonly [Part in keyof CallInput]: unknown } = { params: args.slice(0, count) }
      for (const [index, part] of takes.entries()) {
        const value = args[count + index]
        input[part] = value === undefined && route.mayOmit && part !== 'query' ? {} : value
      }
      return [input as CallInput, args[count + takes.length] as AnyOptions | undefined]
    }
    resource[verb] = (...args: unknown[]) => call(route, ...read(args))
    const kind = kindOf(route)
    if (!kind) continue
    resource[`${verb}All`] = (...args: unknown[]) => {
      const [input, options] = read(args)
      // A wrong query throws here, at the call, and not later in the loop.
      checkParts(route, input)
      const search = (body: object, options?: AnyOptions): Promise<never> =>
        call(route, { ...input, body }, options) as Promise<never>
      return kind.searchAll(kind, route.id, search, (input.body ?? {}) as object, options as SearchAllOptions)
    }
  }
  for (const [verb, run] of Object.entries(code)) {
    resource[verb] = (...args: never[]) => run(resource as never, ...args)
  }
  return connected(resource as Resource, connection)
}
