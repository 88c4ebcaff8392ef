import { activateContainer } from '../run/containers.ts'
import type { ElementKind } from './element-kind.ts'

/**
 * It waits as a subscription of its scope, by its start event. Its own instance starts when that event is triggered.
 */
export const eventSubProcess: ElementKind = {
  type: 'EVENT_SUB_PROCESS',
  activate: activateContainer,
}
