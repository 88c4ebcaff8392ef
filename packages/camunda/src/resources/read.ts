import type { CallOptions } from '@x/rest'
import type { ClusterClients } from '../clients/cluster-clients.ts'
import type { Server } from '../cluster/detect.ts'
import type { Link } from '../cluster/link.ts'

/** What the resources of a cluster need: its link, and the clients of its APIs. */
export interface ClusterApi {
  readonly link: Link
  readonly clients: ClusterClients
}

/** The translation to Operate v1 and Tasklist v1, which only clusters that serve these need. */
export type OlderApis = typeof import('../older/index.ts')

/** Loads the translation. */
export const loadOlder = (): Promise<OlderApis> => import('../older/index.ts')

/** A read, for both kinds of APIs. */
export interface Read<Result> {
  readonly v2: (server: Server) => Promise<Result>
  readonly v1: (server: Server, older: OlderApis) => Promise<Result>
}

/** Runs a read against the API that serves it, and again if that has changed. */
export function read<Result>({ link }: ClusterApi, { v2, v1 }: Read<Result>, options?: CallOptions): Promise<Result> {
  const call = async (server: Server): Promise<Result> =>
    server.reads === 'v2' ? v2(server) : v1(server, await loadOlder())
  return link.run(call, options?.signal, true)
}
