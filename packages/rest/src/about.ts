/**
 * What an API is called and where it is. Each API package exports its own, such as `operateApi`; clients, the proxy, the
 * playground, the docs and the emulator take it from there.
 */
export interface ApiDescription {
  /** In package names and addresses: `operate`. */
  readonly name: string
  readonly title: string
  /** What the client appends to `baseUrl`; empty where the paths of the operations are complete. */
  readonly versionPath: '' | `/${string}`
  /** Audience of its tokens on SaaS. */
  readonly audience: string
  /** Its address where one address serves everybody. */
  readonly baseUrl?: string | undefined
  /** Which of the two kinds of credentials of `@x/env` opens it. */
  readonly credentials: 'cluster' | 'organization'
  /** The member of these credentials that has its address. */
  readonly address: string
}
