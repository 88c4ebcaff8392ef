/**
 * The name, audience and address of an API. Each API package exports its own, such as `operateApi`; clients, the proxy,
 * the playground, the docs and the emulator all use it.
 */
export interface ApiDescription {
  /** Name in package names and addresses, such as `operate`. */
  readonly name: string
  readonly title: string
  /** What the client appends to `baseUrl`; empty if the paths of the operations are complete. */
  readonly versionPath: '' | `/${string}`
  /** Audience of its tokens on SaaS. */
  readonly audience: string
  /** Its address, if all customers share one. */
  readonly baseUrl?: string | undefined
  /** The kind of credentials of `@x/env` that works for it. */
  readonly credentials: 'cluster' | 'organization'
  /** The member of these credentials with its address. */
  readonly address: string
}
