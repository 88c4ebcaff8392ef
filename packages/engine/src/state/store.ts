import { counterOf, partitionOf, sequenceIn } from '../keys.ts'
import type { CorrelatedMessage } from './correlated-message.ts'
import type { DecisionDefinition } from './decision-definition.ts'
import type { DecisionEvaluation, DecisionInstance } from './decision-instance.ts'
import type { DecisionRequirements } from './decision-requirements.ts'
import type { Form, GenericResource } from './deployed-file.ts'
import type { ElementInstance } from './element-instance.ts'
import type { Incident } from './incident.ts'
import type { Job } from './job.ts'
import type { MessageSubscription } from './message-subscription.ts'
import type { ProcessDefinition } from './process-definition.ts'
import type { UserTask } from './user-task.ts'
import type { Variable } from './variable.ts'

/** All records by sequence number, and by kind in order of age. This is the history. */
export class Store {
  /**
   * The records of each partition by their counter. All kinds share one list, since a number belongs to one record
   * only.
   */
  readonly #partitions: unknown[][]
  #lastPartition = 0
  /** The element instances of the processes themselves, which are not in the list of element instances. */
  readonly processInstances: ElementInstance[] = []
  readonly elementInstances: ElementInstance[] = []
  readonly variables: Variable[] = []
  readonly jobs: Job[] = []
  readonly incidents: Incident[] = []
  readonly userTasks: UserTask[] = []
  readonly messageSubscriptions: MessageSubscription[] = []
  readonly correlatedMessages: CorrelatedMessage[] = []
  readonly processDefinitions: ProcessDefinition[] = []
  readonly decisionDefinitions: DecisionDefinition[] = []
  readonly decisionRequirements: DecisionRequirements[] = []
  readonly decisionEvaluations: DecisionEvaluation[] = []
  readonly decisionInstances: DecisionInstance[] = []
  readonly forms: Form[] = []
  readonly resources: GenericResource[] = []

  constructor(partitions = 1) {
    this.#partitions = Array.from({ length: partitions }, () => [undefined])
  }

  /** Returns a sequence number on the partition of `beside`, for something that is not stored, or that `add` stores. */
  nextSequence(beside = 0): number {
    return this.#nextOf(partitionOf(beside))
  }

  /** Returns a sequence number for a root process instance. The partitions take turns. */
  nextInstanceSequence(): number {
    this.#lastPartition = (this.#lastPartition % this.#partitions.length) + 1
    return this.#nextOf(this.#lastPartition)
  }

  #nextOf(partition: number): number {
    return sequenceIn(partition, this.#listOf(partition).push(undefined) - 1)
  }

  /** Stores the record, so that its number finds it. */
  add<T extends { readonly sequence: number }>(list: T[], record: T): T {
    this.#set(record.sequence, record)
    list.push(record)
    return record
  }

  /** Removes records from the list, and from the lookup by number. */
  remove<T>(list: T[], isRemoved: (record: T) => boolean): void {
    let kept = 0
    for (const record of list) {
      if (isRemoved(record)) {
        const { sequence } = record as { readonly sequence?: number | undefined }
        if (sequence !== undefined) this.#set(sequence, undefined)
      } else list[kept++] = record
    }
    list.length = kept
  }

  /** Returns the record of this kind with this sequence number. */
  find<T>(kind: new (...parameters: never[]) => T, sequence: number): T | undefined {
    const record = this.#partitions[partitionOf(sequence) - 1]?.[counterOf(sequence)]
    return record instanceof kind ? record : undefined
  }

  #set(sequence: number, record: unknown): void {
    this.#listOf(partitionOf(sequence))[counterOf(sequence)] = record
  }

  #listOf(partition: number): unknown[] {
    return this.#partitions[partition - 1] as unknown[]
  }
}
