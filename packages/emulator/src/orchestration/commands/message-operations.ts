import type { ClusterEngine } from '../../engine/cluster-engine.ts'
import type { Handlers } from '../handler.ts'

/** Messages and signals. */
export function messageOperations({ engine }: ClusterEngine): Handlers {
  return {
    'messages.publish': ({ body }) => engine.publishMessage(body),
    'messages.correlate': ({ body }) => engine.correlateMessage(body),
    'signals.broadcast': ({ body }) => engine.broadcastSignal(body),
  }
}
