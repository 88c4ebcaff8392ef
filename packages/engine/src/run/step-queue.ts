import type { ElementInstance } from '../state/element-instance.ts'
import type { Runtime } from './runtime.ts'

/** One step in the life of an element instance. It checks whether it still applies. */
export type Step = (runtime: Runtime, instance: ElementInstance) => void

/**
 * The remaining steps, first in, first out. As on a Camunda broker, all tokens move in turn, and no depth of a model
 * can overflow the stack.
 */
export class StepQueue {
  #steps: Step[] = []
  #instances: ElementInstance[] = []
  #at = 0

  add(step: Step, instance: ElementInstance): void {
    this.#steps.push(step)
    this.#instances.push(instance)
  }

  /** Runs all steps, including those that they add. */
  run(runtime: Runtime, onFailure: (step: Step, instance: ElementInstance, error: unknown) => void): void {
    try {
      while (this.#at < this.#steps.length) {
        const step = this.#steps[this.#at] as Step
        const instance = this.#instances[this.#at] as ElementInstance
        this.#at += 1
        try {
          step(runtime, instance)
        } catch (error) {
          onFailure(step, instance, error)
        }
      }
    } finally {
      this.#steps.length = 0
      this.#instances.length = 0
      this.#at = 0
    }
  }
}
