import { type CallOptions, createMethods, type Transport } from '@x/rest'
import type { ModelerResourceOptions } from '../options.ts'
import { info as routes } from '../routes.ts'
import { transportFrom } from '../transport.ts'
import type { ServerInfo } from '../types/info.ts'

/** The server, and what the API client may do on it. */
export interface Info {
  /**
   * Gives the version of the API, the organization of the token and the client's permissions. A good health check: needs
   * no permission. `GET /info`
   *
   * @example
   * ```ts
   * const { createPermission } = await modeler.info.get()
   * ```
   */
  get(options?: CallOptions): Promise<ServerInfo>
}

/** Makes the resource from its options, or on a transport that others use too. */
export function createInfo(source: ModelerResourceOptions | Transport): Info {
  return createMethods(transportFrom(source), routes)
}
