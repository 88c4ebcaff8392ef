import type { CallOptions } from '@x/rest'

/** Facts about Camunda's own service. */
export interface Meta {
  /**
   * Returns the addresses that Camunda's services call from, for the allowlists of your own firewalls. Camunda
   * announces changes here at least 24 hours ahead. Works without a token; one is sent if the authenticator has one.
   *
   * @operation GET /meta/ip-ranges
   * @unauthenticated
   * @example
   * const { 'web-modeler': addresses } = await administration.meta.getIpRanges()
   */
  getIpRanges(options?: CallOptions): Promise<IpRanges>
}

/** Addresses that Camunda's services call from, for the allowlists of your own firewalls. */
export interface IpRanges {
  /** Of Web Modeler. */
  'web-modeler': string[]
}
