import { createMeta as createOn, type Meta } from './resources/meta.ts'
import { createConsoleTransport, type ResourceOptions } from './transport.ts'

export type { Meta } from './resources/meta.ts'
export type { ResourceOptions } from './transport.ts'
export type { IpRanges } from './types/meta.ts'

/** Only {@link Meta}, for small bundles: without the other resources, and without validation. Defaults as in `createConsoleClient`. */
export function createMeta(options: ResourceOptions): Meta {
  return createOn(createConsoleTransport(options))
}
