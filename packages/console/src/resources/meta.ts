import { type CallOptions, createMethods, type Transport } from '@x/rest'
import { meta as routes } from '../routes.ts'
import type { IpRanges } from '../types/meta.ts'

/** What Camunda publishes about its own service. */
export interface Meta {
  /**
   * The addresses that Camunda's services call from, for the allowlists of your own firewalls. Changes are announced here
   * at least 24 hours ahead.
   *
   * `GET /meta/ip-ranges`. Works without a token; one is sent where the authenticator has one.
   *
   * @example
   * const { 'web-modeler': addresses } = await administration.meta.getIpRanges()
   */
  getIpRanges(options?: CallOptions): Promise<IpRanges>
}

/** {@link Meta} over a transport. */
export function metaOver(transport: Transport): Meta {
  return createMethods(transport, routes)
}
