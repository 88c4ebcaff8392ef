import type { Route } from './operation.ts'
import type { CallOptions } from './options.ts'
import type { Transport } from './transport.ts'

type Params<Path> = Path extends `${string}{${string}}${infer Rest}` ? [param: string, ...Params<Rest>] : []

// `never` fits the members of every interface: what exactly goes in and out is for the resource's own to say.
type Method<R extends Route> = (
  ...args: [...Params<R['path']>, ...(R extends { takes: string } ? [taken: never] : []), options?: CallOptions]
) => Promise<never>

/** The methods of a resource: as many path parameters as its paths have, what its routes take, and the options of a call. */
export type Methods<Routes extends Readonly<Record<string, Route>>> = {
  readonly [Verb in keyof Routes]: Method<Routes[Verb]>
}

/**
 * Makes the methods of a resource out of its routes. The arguments of a method are the path parameters in the order of
 * the path, then the body or query where the route takes one, then the options of the call.
 *
 * @example
 * ```ts
 * interface Things {
 *   get(thingId: string, options?: CallOptions): Promise<unknown>
 *   update(thingId: string, body: { name: string }, options?: CallOptions): Promise<unknown>
 * }
 * const routes = {
 *   get: { id: 'things.get', method: 'GET', path: '/things/{thingId}' },
 *   update: { id: 'things.update', method: 'PATCH', path: '/things/{thingId}', takes: 'body' },
 * } as const
 * const things: Things = createMethods(transport, routes)
 * await things.update('7', { name: 'seven' }, { timeoutMs: 1000 })
 * ```
 */
export function createMethods<const Routes extends Readonly<Record<string, Route>>>(
  transport: Transport,
  routes: Routes,
): Methods<Routes> {
  const methods = Object.entries(routes).map(([verb, route]) => {
    const count = route.path.split('{').length - 1
    const method = (...args: unknown[]): Promise<unknown> => {
      const params = args.splice(0, count) as string[]
      const input = route.takes ? { params, [route.takes]: args.shift() } : { params }
      return transport.call(route, input, args[0] as CallOptions | undefined)
    }
    return [verb, method]
  })
  return Object.fromEntries(methods)
}
