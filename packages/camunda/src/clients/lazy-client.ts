/** The methods of a resource. */
export type Methods = Readonly<Record<string, (...args: unknown[]) => unknown>>

/** Loads a resource and calls one of its methods. */
export interface LazyCalls {
  call(resource: string, use: (methods: Methods) => Promise<unknown>, args: readonly unknown[]): Promise<unknown>
  iterate(
    resource: string,
    use: (methods: Methods) => AsyncIterable<unknown>,
    args: readonly unknown[],
  ): AsyncGenerator<unknown, void, undefined>
}

/**
 * Returns a client whose resources are loaded when a method is first called, so that a program loads only what it uses.
 * In every API, methods whose names end with `All` iterate, and all others return a promise.
 */
export function createLazyClient<Client extends object>(calls: LazyCalls): Client {
  return lazyObject((resource) =>
    lazyObject((verb) => {
      const use = (methods: Methods, args: unknown[]): unknown => {
        const method = methods?.[verb]
        if (!method) throw new TypeError(`${resource}.${verb} is not a method of this API`)
        return method(...args)
      }
      return verb.endsWith('All')
        ? (...args: unknown[]) =>
            calls.iterate(resource, (methods) => use(methods, args) as AsyncIterable<unknown>, args)
        : (...args: unknown[]) => calls.call(resource, async (methods) => use(methods, args), args)
    }),
  ) as Client
}

/** Creates an object whose members are created when they are first read. */
function lazyObject(make: (name: string) => unknown): object {
  const made: Record<string, unknown> = Object.create(null)
  return new Proxy(made, {
    get(_, name) {
      // With a member `then`, `await` would treat the client as a promise; with `toJSON`, printing it would send a
      // call.
      if (typeof name !== 'string' || name === 'then' || name === 'toJSON') return undefined
      made[name] ??= make(name)
      return made[name]
    },
  })
}
