/** What the playground's server publishes about its proxy: no secret, no token and no address. */
export interface ProxyInfo {
  /** False for a browser that has not opened the printed link: its calls are rejected. */
  readonly hasSession: boolean
  /** Name of the cluster or organization, if known. */
  readonly name: string
  readonly allowWrites: boolean
  /** Names of the APIs that the proxy forwards. */
  readonly apis: readonly string[]
  /** Version of the cluster, such as `8.9.3`; undefined if it could not be detected, or there is no cluster. */
  readonly version: string | undefined
}

/** Path of this information on the server. */
export const PROXY_INFO_PATH = '/playground-connection'

/** Name of the `meta` element by which the server announces the path of its proxy. */
export const PROXY_META = 'playground-proxy'
