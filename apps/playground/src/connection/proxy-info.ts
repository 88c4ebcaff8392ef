/** What the server of the playground says about the proxy beside it. It has no secret, no token and no address. */
export interface ProxyInfo {
  /** False for a browser that has not opened the printed link: its calls are rejected. */
  readonly hasSession: boolean
  /** Name of the cluster or organization, as far as it is known. */
  readonly name: string
  readonly allowWrites: boolean
  /** Names of the APIs that the proxy passes on. */
  readonly apis: readonly string[]
  /** Version of the cluster, such as `8.9.3`; undefined if it could not be detected, or there is no cluster. */
  readonly version: string | undefined
}

/** Where the server has it. */
export const PROXY_INFO_PATH = '/playground-connection'

/** The name of the `meta` element by which the server says that there is a proxy, and at which path. */
export const PROXY_META = 'playground-proxy'
