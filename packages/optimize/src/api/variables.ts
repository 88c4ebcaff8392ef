import type { CallOptions, OpenEnum } from '@x/rest'

/** Variables: their labels, and variables of other systems. */
export interface Variables {
  /**
   * Sets, changes and removes labels of a process's variables. Variables that are not in the list keep theirs.
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
   * Stores variables of other systems with process instances. They appear in reports after the next import of Optimize.
   *
   * Limits: 10 MiB and 5 concurrent requests, unless Optimize is configured otherwise. Self-Managed, it must be
   * enabled. Use names that the process itself does not use, and each `id` once in a request.
   *
   * @operation POST /ingestion/variable
   * @throws {ApiError} 413 if the request is too large
   * @throws {RateLimitedError} for too many concurrent requests
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
  /** An empty string removes the label. */
  readonly variableLabel: string
}

/** A variable of another system. */
export interface ExternalVariable {
  /** The same id again replaces the variable. @minLength 1 */
  readonly id: string
  /** @minLength 1 */
  readonly name: string
  readonly type: OpenEnum<VariableType>
  /** The value as a string, whatever its type. */
  readonly value: string | null
  /** @minLength 1 */
  readonly processInstanceId: string
  /** Id of the process in its BPMN. @minLength 1 */
  readonly processDefinitionKey: string
  /** Of a variable that is an object: the format of its value. */
  readonly serializationDataFormat?: string | undefined
}
