import type { CallOptions } from '@x/rest'

/**
 * The server and the permissions of the API client.
 *
 * @until 8.11
 */
export interface Info {
  /**
   * Returns the version of the API, the organization of the token and the client's permissions. Needs no permission,
   * so it works well as a health check.
   *
   * @operation GET /info
   * @example
   * const { createPermission } = await modeler.info.get()
   */
  get(options?: CallOptions): Promise<ServerInfo>
}

/** The server and the permissions of the API client. */
export interface ServerInfo {
  /** Version of the API, for example `v1`. */
  version: string
  /** Id of the organization that the token is for. Only on SaaS. */
  authorizedOrganization?: string | null | undefined
  createPermission: boolean
  readPermission: boolean
  updatePermission: boolean
  deletePermission: boolean
}
