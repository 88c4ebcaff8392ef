import type { CallOptions, OpenEnum } from '@x/rest'

/** Variables: their labels, and variables of other systems. */
export interface Variables {
  /**
   * Sets, changes and removes the labels of variables of a process. Variables that the list lacks keep theirs.
   *
   * @operation POST /public/variables/labels
   * @throws {ApiError} 400 if the list has a variable twice; 404 if Optimize does not know the process
   * @example
   * await optimize.variables.setLabels({
   *   definitionKey: 'order',
   *   labels: [{ variableName: 'amt', variableType: 'Double', variableLabel: 'Amount' }],
   * })
   */
  setLabels(body: VariableLabels, options?: CallOptions): Promise<void>

  /**
   * Stores variables of other systems with process instances. They show up in reports after the next import of Optimize.
   *
   * Up to 10 MiB and 5 requests at a time, unless Optimize is configured otherwise; Self-Managed it must be switched on. Use
   * names of their own for them, and each `id` once in a request.
   *
   * @operation POST /ingestion/variable
   * @throws {ApiError} 413 if the request is too large
   * @throws {RateLimitedError} for too many requests at a time
   */
  ingest(body: readonly ExternalVariable[], options?: CallOptions): Promise<void>
}

/** Type of a variable. Optimize also accepts lower case. */
export type VariableType = 'String' | 'Short' | 'Long' | 'Double' | 'Integer' | 'Boolean' | 'Date'

/** Labels of variables of a process. */
export interface VariableLabels {
  /** Id of the process in its BPMN. */
  readonly definitionKey: string
  /** Each variable at most once. */
  readonly labels: readonly VariableLabel[]
}

/** Label of a variable. */
export interface VariableLabel {
  readonly variableName: string
  readonly variableType: OpenEnum<VariableType>
  /** An empty text removes the label. */
  readonly variableLabel: string
}

/** A variable of another system. */
export interface ExternalVariable {
  /** The same id again replaces the variable. @minLength 1 */
  readonly id: string
  /** @minLength 1 */
  readonly name: string
  readonly type: OpenEnum<VariableType>
  /** As text, whatever its type. */
  readonly value: string | null
  /** @minLength 1 */
  readonly processInstanceId: string
  /** Id of the process in its BPMN. @minLength 1 */
  readonly processDefinitionKey: string
  /** Of a variable that is an object: the format of its value. */
  readonly serializationDataFormat?: string | undefined
}
