import { complete } from '../run/lifecycle.ts'
import type { ElementKind } from './element-kind.ts'

/** Work outside the process: the token passes through. */
export const manualTask: ElementKind = {
  type: 'MANUAL_TASK',
  activate: (runtime, instance) => complete(runtime, instance),
}

/** A task without a type: the token passes through, too. */
export const undefinedTask: ElementKind = { ...manualTask, type: 'TASK' }
