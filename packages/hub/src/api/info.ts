import type { CallOptions } from '@x/rest'

/**
 * The version of the API and the organization of the token.
 *
 * @since 8.10
 */
export interface Info {
  /**
   * Returns the version of the API and the organization of the token. Use it to check whether a server has this API,
   * and whether the credentials work.
   *
   * @operation GET /info
   * @example
   * const { authorizedOrganization } = await hub.info.get()
   */
  get(options?: CallOptions): Promise<HubInfo>
}

/** The version of the API and the organization of the token. */
export interface HubInfo {
  /** Version of the API, for example `v2`. */
  readonly version: string
  /** Id of the organization that the token is for. */
  readonly authorizedOrganization: string
}
