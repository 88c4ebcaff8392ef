/** The server and what the API client may do. */
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
