import type { ElementReader, ElementValidator } from '../model/draft.ts'
import type { ElementType } from '../model/process-model.ts'
import type { Runtime } from '../run/runtime.ts'
import type { ElementInstance } from '../state/element-instance.ts'

/**
 * How one kind of element is read and how it behaves. Every element instance has the same life cycle, see
 * `run/lifecycle.ts`; these functions add what is specific to the kind. Those that may throw a `Failure` must do so
 * before they change anything.
 */
export interface ElementKind {
  readonly type: ElementType
  /** Reads what is specific to this kind from the file. */
  readonly read?: ElementReader
  /** Checks the element after the whole process, including its flows, was read. */
  readonly validate?: ElementValidator
  /**
   * Starts its work after the input mappings: creates a job, activates children, or completes immediately. May throw a
   * `Failure`.
   */
  activate(runtime: Runtime, instance: ElementInstance): void
  /** For containers: prepares it for elements that a command activates in it, without starting its own work. */
  open?(runtime: Runtime, instance: ElementInstance): void
  /**
   * Continues after the output mappings, when the element is completed. By default, takes all outgoing flows.
   */
  leave?(runtime: Runtime, instance: ElementInstance): void
  /**
   * Ends what it started, except its job, its children and its subscriptions. Returns true if the termination has to
   * wait; it then calls `terminated` itself.
   */
  terminate?(runtime: Runtime, instance: ElementInstance): boolean
  /** For containers: a child starts, before its input mappings. May throw a `Failure` of the child. */
  childActivating?(runtime: Runtime, instance: ElementInstance, child: ElementInstance): void
  /** For containers: a child without outgoing flows completes. May throw a `Failure` of the child. */
  childCompleting?(runtime: Runtime, instance: ElementInstance, child: ElementInstance): void
  /** For containers: the child has ended, and nothing else in it is active. By default, it completes. */
  emptied?(runtime: Runtime, instance: ElementInstance, child: ElementInstance): void
  /** For elements that call a process: the called process instance has ended. */
  calledInstanceEnded?(runtime: Runtime, instance: ElementInstance, called: ElementInstance): void
}
