import type { Expression, UnaryTests } from '../feel/expression.ts'

/** A DMN file, read and checked: decisions and their requirements. Ids refer to elements of the same file. */
export interface RequirementsGraph {
  readonly id: string
  readonly name: string
  readonly namespace: string
  readonly decisions: ReadonlyMap<string, Decision>
  readonly knowledgeModels: ReadonlyMap<string, KnowledgeModel>
  readonly inputs: readonly NamedElement[]
  readonly knowledgeSources: readonly NamedElement[]
}

export interface NamedElement {
  readonly id: string
  readonly name: string
}

export interface Decision extends NamedElement {
  /** The name by which the decisions that require this one see its result. */
  readonly resultName: string
  /** The FEEL type that the result must have, if it is a built-in type. */
  readonly resultType: string | undefined
  readonly versionTag: string | undefined
  readonly logic: Logic
  readonly requiredDecisions: readonly string[]
  readonly requiredKnowledge: readonly string[]
  readonly requiredInputs: readonly string[]
}

/** A function that decisions may call. */
export interface KnowledgeModel extends NamedElement {
  readonly parameters: readonly Parameter[]
  readonly logic: Logic | undefined
  readonly requiredKnowledge: readonly string[]
}

export interface Parameter {
  readonly name: string
  readonly type: string | undefined
}

export type Logic =
  | DecisionTable
  | LiteralExpression
  | BoxedContext
  | BoxedList
  | Relation
  | Invocation
  | FunctionDefinition

export interface LiteralExpression {
  readonly kind: 'literal expression'
  readonly expression: Expression
}

export interface BoxedContext {
  readonly kind: 'context'
  readonly entries: readonly { readonly name: string; readonly logic: Logic }[]
  /** The result of the context, if its last entry has no name. */
  readonly result: Logic | undefined
}

export interface BoxedList {
  readonly kind: 'list'
  readonly items: readonly Logic[]
}

export interface Relation {
  readonly kind: 'relation'
  readonly rows: readonly (readonly { readonly name: string; readonly logic: Logic }[])[]
}

export interface Invocation {
  readonly kind: 'invocation'
  /** The name of the business knowledge model. */
  readonly calls: string
  readonly bindings: readonly { readonly name: string; readonly expression: Expression }[]
}

export interface FunctionDefinition {
  readonly kind: 'function'
  readonly parameters: readonly Parameter[]
  readonly expression: Expression
}

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'PRIORITY' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT'
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT'

export interface DecisionTable {
  readonly kind: 'decision table'
  readonly hitPolicy: HitPolicy
  readonly aggregation: Aggregation | undefined
  readonly inputs: readonly InputColumn[]
  readonly outputs: readonly OutputColumn[]
  readonly rules: readonly Rule[]
}

export interface InputColumn {
  readonly id: string
  /** The label, or the beginning of the expression if there is none. */
  readonly name: string
  readonly expression: Expression
}

export interface OutputColumn {
  readonly id: string
  /** The name of the entry in the result, if the table has several outputs. */
  readonly name: string
  readonly label: string
  /** The allowed values in the order of their priority, without quotes. */
  readonly values: readonly string[]
  readonly defaultValue: Expression | undefined
}

export interface Rule {
  readonly id: string
  readonly tests: readonly UnaryTests[]
  readonly results: readonly Expression[]
}
