import type { Server } from '../cluster/detect.ts'
import type { Link } from '../cluster/link.ts'
import { createLazyClient, type Methods } from './lazy-client.ts'

/** Returns a client of one API of a cluster, whose calls go to where the API is served now. */
export function createLinkedClient<Client extends object>(
  link: Link,
  load: <Name extends keyof Client>(server: Server, resource: Name) => Promise<Client[Name]>,
): Client {
  const methodsOn = (server: Server, resource: string): Promise<Methods> =>
    load(server, resource as keyof Client) as Promise<Methods>
  return createLazyClient<Client>({
    call: (resource, use, args) => link.run(async (server) => use(await methodsOn(server, resource)), signalOf(args)),
    iterate: (resource, use, args) =>
      link.iterate(async (server) => use(await methodsOn(server, resource)), signalOf(args)),
  })
}

/**
 * Returns a client that is loaded completely with its first call, for an API that does not depend on a cluster's
 * version.
 */
export function createWholeClient<Client extends object>(load: () => Promise<Client>): Client {
  let client: Promise<Client> | undefined
  const methodsOf = async (resource: string): Promise<Methods> => {
    client ??= load()
    return (await client)[resource as keyof Client] as Methods
  }
  return createLazyClient<Client>({
    call: async (resource, use) => use(await methodsOf(resource)),
    async *iterate(resource, use) {
      yield* use(await methodsOf(resource))
    },
  })
}

/** Returns the signal of a call, whose options are its last argument. */
function signalOf(args: readonly unknown[]): AbortSignal | undefined {
  const { signal } = Object(args.at(-1)) as { readonly signal?: unknown }
  return signal instanceof AbortSignal ? signal : undefined
}
