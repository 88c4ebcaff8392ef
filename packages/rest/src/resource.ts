import { type Connection, connected } from './connection.ts'
import { expectOption } from './errors.ts'
import type { AnyOptions } from './options.ts'
import type { CallInput, Formats } from './request.ts'
import { pathParams, type Route, readRoute, type Texts } from './route.ts'
import type { SearchAllOptions } from './search-all-options.ts'
import type { Searches } from './searches.ts'
import { type Part, refusePart } from './validation-error.ts'
import type { Waits } from './waits.ts'

/** Methods written by hand: functions of the resource and the arguments. */
export type ResourceCode = Readonly<Record<string, (resource: never, ...args: never[]) => unknown>>

/** One resource without its shapes. */
export interface ResourceRoutes {
  /** Such as `GET eventual /{jobKey}`, by method. */
  readonly routes: Texts
  /** Prefix of all paths, such as `/jobs`. */
  readonly base?: string | undefined
  readonly code?: ResourceCode | undefined
  /** For resources with paged searches, or with operations that change everything a filter matches. */
  readonly searches?: Searches | undefined
  /** For resources whose data lags behind commands: implements `waitFor`. */
  readonly waits?: Waits | undefined
  /** For resources with forms or binary responses. */
  readonly formats?: Formats | undefined
}

/** The resources of an API without their shapes, by name. */
export type ResourceRoutesByName = Readonly<Record<string, ResourceRoutes>>

/** Returns the checked part of a call, with the keys of a response as strings, or throws a `ValidationError`. */
export type Check = (route: Route, part: Part, value: unknown) => unknown

/**
 * Creates a resource from its generated routes. The arguments of a method are the path parameters in the order of the
 * path, then body or form, then the query, then the options of the call. An omitted optional body is sent as an empty
 * object. A paged search has a second method, with the suffix `All`, that returns the items one by one.
 *
 * @param name - Name of the resource in the client: the first part of operation ids.
 */
export function createResource<Resource extends object>(
  connection: Connection,
  name: string,
  { routes, base, code = {}, ...support }: ResourceRoutes,
  check: Check,
): Resource {
  const resource: Record<string, unknown> = {}
  for (const [verb, text] of Object.entries(routes)) {
    addMethods(resource, verb, connection, readRoute(`${name}.${verb}`, text, base), support, check)
  }
  for (const [verb, run] of Object.entries(code)) {
    resource[verb] = (...args: never[]) => run(resource as never, ...args)
  }
  return connected(resource as Resource, connection)
}

/** Adds the method of one operation and, for a paged search, the one that returns all items. */
function addMethods(
  resource: Record<string, unknown>,
  verb: string,
  connection: Connection,
  route: Route,
  { searches, waits, formats }: Pick<ResourceRoutes, 'searches' | 'waits' | 'formats'>,
  check: Check,
): void {
  const { id, takes = [], paging } = route
  const kind = paging && searches?.[paging]
  const count = pathParams(route.path).length

  function readArguments(args: readonly unknown[]): [input: CallInput, options: AnyOptions | undefined] {
    const input: { -readonly [Part in keyof CallInput]: unknown } = { params: args.slice(0, count) }
    for (const [index, part] of takes.entries()) {
      const value = args[count + index]
      input[part] = value === undefined && (route.mayOmit || part === 'query') ? {} : value
    }
    return [input as CallInput, args[count + takes.length] as AnyOptions | undefined]
  }

  function checkParts(input: CallInput, everything?: boolean): CallInput {
    const message = connection.whyUnknown?.(route)
    if (message) refusePart(id, 'operation', '', message)
    const checked: { -readonly [Name in keyof CallInput]: unknown } = {
      params: check(route, 'params', input.params),
      formats,
    }
    for (const part of takes) checked[part] = check(route, part, input[part])
    searches?.checkFilter(route, input.body, everything)
    kind?.checkPage?.(id, input.body)
    return checked as CallInput
  }

  async function call(input: CallInput, options?: AnyOptions): Promise<unknown> {
    const checked = checkParts(input, options?.everything)
    const read = (response: unknown): unknown => {
      const result = check(route, 'response', response)
      return kind?.readPage?.(result, id) ?? result
    }
    const send = (options?: AnyOptions): Promise<unknown> => connection.transport.call(route, checked, options, read)
    if (options?.waitFor === undefined) return send(options)
    expectOption(waits, 'waitFor', `left out: the data of ${id} does not lag behind`)
    return waits.waitUntilThere(connection, route, (timeoutMs) => send({ ...options, timeoutMs }), options)
  }

  resource[verb] = (...args: unknown[]) => call(...readArguments(args))
  if (!kind) return
  resource[`${verb}All`] = (...args: unknown[]) => {
    const [input, options] = readArguments(args)
    // A wrong query throws here, at the call, and not later in the loop.
    checkParts(input)
    const search = (body: object, options?: AnyOptions): Promise<never> =>
      call({ ...input, body }, options) as Promise<never>
    return kind.searchAll(kind, id, search, (input.body ?? {}) as object, options as SearchAllOptions)
  }
}
