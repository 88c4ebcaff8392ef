import type { ElementInstance, LiveState, TriggeredEvent } from '../state/element-instance.ts'
import type { ProcessDefinition } from '../state/process-definition.ts'
import { ProcessInstance } from '../state/process-instance.ts'
import { createRootInstance } from './lifecycle.ts'
import type { Runtime } from './runtime.ts'
import { setAllLocal } from './variables.ts'

/** How a process instance starts. */
export interface ProcessStart {
  readonly definition: ProcessDefinition
  /** The event that triggers it; if undefined, its none start event. */
  readonly trigger?: TriggeredEvent | undefined
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  /** The call activity that starts it. */
  readonly caller?: ElementInstance | undefined
  readonly tags?: readonly string[] | undefined
  readonly businessId?: string | null | undefined
}

const NO_TAGS: readonly string[] = Object.freeze([])

/** Creates a process instance and returns its root scope. */
export function startProcess(runtime: Runtime, start: ProcessStart): ElementInstance {
  const { trigger, variables } = start
  const root = createRootInstance(runtime, createProcessInstance(start))
  ;(root.live as LiveState).trigger = trigger
  if (variables !== undefined) setAllLocal(runtime, root, variables)
  return root
}

export function createProcessInstance(start: ProcessStart): ProcessInstance {
  const { definition, caller, tags = NO_TAGS, businessId = null } = start
  return new ProcessInstance(definition, caller, tags, businessId)
}
