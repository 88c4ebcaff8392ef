import { complete } from '../run/lifecycle.ts'
import type { ElementKind } from './element-kind.ts'

/**
 * Is activated once a token has arrived on each incoming flow, see `run/flows.ts`, and sends a token along each
 * outgoing flow.
 */
export const parallelGateway: ElementKind = {
  type: 'PARALLEL_GATEWAY',
  activate: (runtime, instance) => complete(runtime, instance),
}
