import type { ElementModel } from '../model/process-model.ts'
import type { Compensation } from './compensation.ts'
import type { ConditionSubscription } from './condition-subscription.ts'
import type { CorrelatedMessage } from './correlated-message.ts'
import type { DecisionInstance } from './decision-instance.ts'
import type { ElementInstance } from './element-instance.ts'
import type { Incident } from './incident.ts'
import type { Job } from './job.ts'
import type { MessageSubscription } from './message-subscription.ts'
import { NEVER } from './never.ts'
import type { ProcessDefinition } from './process-definition.ts'
import type { UserTask } from './user-task.ts'
import type { Variable } from './variable.ts'

// Most of the many instances have neither.
const NO_COMPENSATIONS: readonly Compensation[] = []
const NO_CONDITIONS: readonly ConditionSubscription[] = []
const NEVER_MIGRATED: readonly FormerDefinition[] = []

/** The definition that a process instance had before a migration, with the flows that it had taken. */
export interface FormerDefinition {
  readonly definition: ProcessDefinition
  readonly takenFlows: number[]
}

/** A process instance and its history: records of one kind are linked by `next`, in order of age. */
export class ProcessInstance {
  definition: ProcessDefinition
  /**
   * Set immediately afterwards, since the two refer to each other. It has the key, state and times of the process
   * instance.
   */
  root!: ElementInstance
  /** The call activity that started it. */
  readonly caller: ElementInstance | undefined
  readonly tags: readonly string[]
  businessId: string | null
  /** Records with a smaller sequence number were created before it had the business id. */
  businessIdSince = 0
  /** Ids of elements that end the process instance as soon as one of them ends. */
  endsAfter: ReadonlySet<string> | undefined = undefined
  /** When it was suspended, while it is suspended. */
  suspendedTime: number = NEVER
  /** Actions that are deferred until it is resumed. */
  putOff: (() => void)[] | undefined = undefined
  /** The flows that were taken, as a bitmap by flow index. */
  takenFlows: number[]
  /** Former definitions, oldest first. */
  former: readonly FormerDefinition[] = NEVER_MIGRATED

  lastElement: ElementInstance | undefined = undefined
  firstVariable: Variable | undefined = undefined
  lastVariable: Variable | undefined = undefined
  firstJob: Job | undefined = undefined
  lastJob: Job | undefined = undefined
  firstIncident: Incident | undefined = undefined
  lastIncident: Incident | undefined = undefined
  firstUserTask: UserTask | undefined = undefined
  lastUserTask: UserTask | undefined = undefined
  firstDecision: DecisionInstance | undefined = undefined
  lastDecision: DecisionInstance | undefined = undefined
  /** The conditions that its scopes wait for, oldest first. */
  conditions: readonly ConditionSubscription[] = NO_CONDITIONS
  /** What can be compensated, oldest first. */
  compensations: readonly Compensation[] = NO_COMPENSATIONS
  firstSubscription: MessageSubscription | undefined = undefined
  lastSubscription: MessageSubscription | undefined = undefined
  firstCorrelated: CorrelatedMessage | undefined = undefined
  lastCorrelated: CorrelatedMessage | undefined = undefined

  constructor(
    definition: ProcessDefinition,
    caller: ElementInstance | undefined,
    tags: readonly string[],
    businessId: string | null,
  ) {
    this.definition = definition
    this.caller = caller
    this.tags = tags
    this.businessId = businessId
    this.takenFlows = noFlows(definition)
  }

  /** The business id of the record with this sequence number. */
  businessIdOf(sequence: number): string | null {
    return sequence < this.businessIdSince ? null : this.businessId
  }

  get isSuspended(): boolean {
    return this.suspendedTime !== NEVER
  }

  /** Changes its definition. */
  changeDefinition(definition: ProcessDefinition): void {
    this.former = [...this.former, { definition: this.definition, takenFlows: this.takenFlows }]
    this.definition = definition
    this.takenFlows = noFlows(definition)
  }

  /** The definition that an element belongs to: elements that ended before a migration belong to the former one. */
  definitionOf(element: ElementModel): ProcessDefinition {
    if (this.former.length === 0) return this.definition
    let root = element
    while (root.parent !== undefined) root = root.parent
    return this.former.find(({ definition }) => definition.model.root === root)?.definition ?? this.definition
  }

  /** The root of the process instance at the top of the chain of calls. */
  get top(): ElementInstance {
    return this.caller === undefined ? this.root : this.caller.processInstance.top
  }
}

/** Small enough for the bits to stay a small integer in all JavaScript engines. */
const FLOWS_PER_NUMBER = 30

function noFlows({ model }: ProcessDefinition): number[] {
  return Array.from({ length: Math.ceil(model.flows.length / FLOWS_PER_NUMBER) }, () => 0)
}

export function markTaken(instance: ProcessInstance, flowIndex: number): void {
  const at = Math.floor(flowIndex / FLOWS_PER_NUMBER)
  instance.takenFlows[at] = (instance.takenFlows[at] ?? 0) | (1 << (flowIndex % FLOWS_PER_NUMBER))
}

/** Clears the bit of a flow: after a migration, the token that waits there continues along another one. */
export function unmarkTaken({ takenFlows }: FormerDefinition, flowIndex: number): void {
  const at = Math.floor(flowIndex / FLOWS_PER_NUMBER)
  takenFlows[at] = (takenFlows[at] ?? 0) & ~(1 << (flowIndex % FLOWS_PER_NUMBER))
}

export function wasTaken({ takenFlows }: FormerDefinition | ProcessInstance, flowIndex: number): boolean {
  const bits = takenFlows[Math.floor(flowIndex / FLOWS_PER_NUMBER)] ?? 0
  return (bits & (1 << (flowIndex % FLOWS_PER_NUMBER))) !== 0
}
