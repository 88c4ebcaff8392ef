import type { CallOptions } from '../options.ts'
import type { Input, Route } from './operation.ts'
import type { Texts } from './read-shape.ts'
import { pathParams, readRoute } from './table.ts'

/** What goes into one call. */
export type RouteInput = { readonly [Part in Input]?: unknown } & { readonly params: readonly unknown[] }

/** What a resource sends its calls through. */
export interface Caller {
  call(route: Route, input: RouteInput, options?: CallOptions): Promise<unknown>
}

/**
 * Makes the methods of a resource from its generated routes. The arguments of a method are the path parameters in the
 * order of the path, then body or form, then the query, then the options of the call. A body that may be left out is sent
 * empty.
 *
 * @param name - Name of the resource in the client; ids of operations begin with it.
 */
export function createResource<Resource extends object>(caller: Caller, name: string, routes: Texts): Resource {
  const methods = Object.entries(routes).map(([verb, text]) => {
    const route = readRoute(`${name}.${verb}`, text)
    const count = pathParams(route.path).length
    const method = async (...args: unknown[]): Promise<unknown> => {
      const rest = args.slice(count)
      const input: { params: unknown[] } & { [Part in Input]?: unknown } = { params: args.slice(0, count) }
      for (const part of route.takes ?? []) {
        const value = rest.shift()
        input[part] = value === undefined && route.mayOmit && part !== 'query' ? {} : value
      }
      return caller.call(route, input, rest[0] as CallOptions | undefined)
    }
    return [verb, method]
  })
  return Object.fromEntries(methods) as Resource
}
