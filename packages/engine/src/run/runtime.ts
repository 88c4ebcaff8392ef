import type { EngineClock } from '../clock.ts'
import type { ElementKind } from '../elements/element-kind.ts'
import type { EventKind } from '../events/event-kind.ts'
import type { FeelEnvironment } from '../feel/environment.ts'
import type { EventModel } from '../model/event-model.ts'
import type { ElementType } from '../model/process-model.ts'
import type { EngineEvent } from '../options.ts'
import { ClusterVariables } from '../state/cluster-variables.ts'
import type { DecisionDefinition } from '../state/decision-definition.ts'
import type { DecisionRequirements } from '../state/decision-requirements.ts'
import type { Form, GenericResource } from '../state/deployed-file.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import { IndexBy } from '../state/index-by.ts'
import { Messages } from '../state/messages.ts'
import type { ProcessDefinition } from '../state/process-definition.ts'
import type { SignalSubscription } from '../state/signal-subscription.ts'
import { Store } from '../state/store.ts'
import { Versions } from '../state/versions.ts'
import { DueQueue } from './due-queue.ts'
import { Failure } from './failure.ts'
import type { GlobalTaskListener } from './global-task-listeners.ts'
import { raiseIncident } from './incidents.ts'
import { JobQueues } from './job-queues.ts'
import { type Step, StepQueue } from './step-queue.ts'

export interface RuntimeOptions {
  readonly clock: EngineClock
  readonly random: () => number
  readonly maxActivations: number
  readonly elementKinds: Readonly<Record<ElementType, ElementKind>>
  readonly eventKinds: Readonly<Record<EventModel['kind'], EventKind>>
  readonly partitions: number
  readonly onEvent: ((event: EngineEvent) => void) | undefined
}

/** The state of an engine and the means to change it, used by every step and command. */
export class Runtime {
  readonly store: Store
  readonly definitions: Versions<ProcessDefinition> = new Versions()
  readonly decisions: Versions<DecisionDefinition> = new Versions()
  readonly decisionRequirements: Versions<DecisionRequirements> = new Versions()
  readonly forms: Versions<Form> = new Versions()
  readonly resources: Versions<GenericResource> = new Versions()
  readonly due: DueQueue = new DueQueue()
  readonly jobQueues: JobQueues = new JobQueues()
  /** Subscriptions to signals, by tenant and name. */
  readonly signals: IndexBy<SignalSubscription> = new IndexBy()
  readonly messages: Messages = new Messages()
  readonly clusterVariables: ClusterVariables = new ClusterVariables()
  /** In the order in which they are called. */
  globalTaskListeners: readonly GlobalTaskListener[] = []
  readonly clock: EngineClock
  /** The time and the random numbers of expressions. */
  readonly feel: FeelEnvironment
  readonly elementKinds: Readonly<Record<ElementType, ElementKind>>
  readonly eventKinds: Readonly<Record<EventModel['kind'], EventKind>>
  readonly maxActivations: number
  /** Elements that the current command has activated. */
  activations = 0
  /** The number of commands and due entries that have run. What was read at the same number is still current. */
  revision = 0
  readonly #steps = new StepQueue()
  readonly #events: EngineEvent[] = []
  readonly #onEvent: ((event: EngineEvent) => void) | undefined

  constructor(options: RuntimeOptions) {
    this.store = new Store(options.partitions)
    this.clock = options.clock
    this.feel = { now: () => options.clock.now(), random: options.random }
    this.maxActivations = options.maxActivations
    this.elementKinds = options.elementKinds
    this.eventKinds = options.eventKinds
    this.#onEvent = options.onEvent
  }

  get now(): number {
    return this.clock.now()
  }

  kindOf(instance: ElementInstance): ElementKind {
    return this.elementKinds[instance.element.type]
  }

  /** Adds a step to the current command. */
  next(step: Step, instance: ElementInstance): void {
    this.#steps.add(step, instance)
  }

  /** Runs a command and everything that follows from it, until every token waits or has ended. */
  run<T>(command: () => T): T {
    try {
      this.#fireDue(this.clock.now())
      this.activations = 0
      this.revision += 1
      const result = command()
      this.#settle()
      this.#fireDue(this.clock.now())
      return result
    } finally {
      this.#tell()
    }
  }

  /** Runs everything that is due now. */
  catchUp(): void {
    try {
      this.#fireDue(this.clock.now())
    } finally {
      this.#tell()
    }
  }

  /** Advances the time, and runs everything that is due by then. */
  advance(ms: number): void {
    try {
      this.#fireDue(this.clock.now() + ms)
      this.clock.advance(ms)
    } finally {
      this.#tell()
    }
  }

  #settle(): void {
    this.#steps.run(this, (step, instance, error) => {
      if (!(error instanceof Failure)) throw error
      raiseIncident(this, instance, error.errorType, error.message, () => this.next(step, instance))
    })
  }

  /** Runs everything that is due by `time`, each entry at its own time. */
  #fireDue(time: number): void {
    let last = Number.NEGATIVE_INFINITY
    for (let entry = this.due.take(time); entry !== undefined; entry = this.due.take(time)) {
      const { fire } = entry
      if (fire === undefined) continue
      entry.fire = undefined
      this.revision += 1
      // A loop in which time passes is allowed; one that runs forever without is not.
      if (entry.time > last) this.activations = 0
      last = entry.time
      this.clock.at(entry.time, () => {
        fire()
        this.#settle()
      })
    }
  }

  emit(event: EngineEvent): void {
    if (this.#onEvent !== undefined) this.#events.push(event)
  }

  /** Events are reported after the command has ended, so that a listener may send the next one. */
  #tell(): void {
    for (let event = this.#events.shift(); event !== undefined; event = this.#events.shift()) {
      try {
        this.#onEvent?.(event)
      } catch {
        // A listener's exception must not affect the engine.
      }
    }
  }
}
