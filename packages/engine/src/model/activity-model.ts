import type { Expression } from '../feel/expression.ts'
import type { ElementModel } from './process-model.ts'

/** Which version of a process or decision an element refers to. */
export type BindingModel =
  | { readonly type: 'latest' }
  /** The version that was deployed together with the process. */
  | { readonly type: 'deployment' }
  | { readonly type: 'versionTag'; readonly versionTag: string }

/** The decision that a business rule task evaluates. */
export interface CalledDecisionModel {
  readonly decisionId: Expression
  readonly binding: BindingModel
  readonly resultVariable: string
}

/** A deployed file that a worker needs for a job. */
export interface LinkedResourceModel {
  readonly resourceId: Expression
  readonly resourceType: string
  /** The name by which the worker refers to it. */
  readonly linkName: string
  readonly binding: BindingModel
}

/** The expression that a script task evaluates. */
export interface ScriptModel {
  readonly expression: Expression
  readonly resultVariable: string
}

/** The process that a call activity calls. */
export interface CalledElementModel {
  readonly processId: Expression
  readonly binding: BindingModel
  /** Whether the called process gets all variables that the call activity sees, or only its input mappings. */
  readonly propagatesAllParentVariables: boolean
  /** Whether all variables of the called process are returned if there are no output mappings. */
  readonly propagatesAllChildVariables: boolean
  /** If undefined, the called process has the business id of the caller. */
  readonly businessId: Expression | undefined
}

/** How a multi-instance activity runs. */
export interface LoopModel {
  readonly isSequential: boolean
  readonly inputCollection: Expression
  /** The variable for the item of each instance. */
  readonly inputElement: string | undefined
  /** The variable that collects the results, in the order of the input items. */
  readonly outputCollection: string | undefined
  readonly outputElement: Expression | undefined
  readonly completionCondition: Expression | undefined
}

/** What an ad-hoc sub-process activates, and when it is complete. */
export interface AdHocModel {
  /** Which of its activities to activate at the start. Undefined if a worker or a command decides. */
  readonly activeElements: Expression | undefined
  readonly completionCondition: Expression | undefined
  /** Whether active elements are terminated once the completion condition is true. */
  readonly cancelsRemaining: boolean
  readonly outputCollection: string | undefined
  readonly outputElement: Expression | undefined
  /** The scope around each activity that is activated. */
  readonly innerInstance: ElementModel
  /** The description of the activities that a worker gets, as JSON. */
  readonly activities: readonly AdHocActivity[]
}

/** An activity of an ad-hoc sub-process, with what the model says about it. */
export interface AdHocActivity {
  readonly elementId: string
  readonly elementName?: string
  readonly documentation?: string
  readonly properties?: Readonly<Record<string, string>>
  readonly parameters?: readonly AdHocParameter[]
}

/** A value for an AI agent to provide: a call of `fromAi` in the activity's input mappings. */
export interface AdHocParameter {
  readonly name: string
  readonly description?: unknown
  readonly type?: unknown
  readonly schema?: unknown
  readonly options?: unknown
}
