/**
 * Why a command was rejected:
 *
 * - `INVALID_ARGUMENT`: the command is malformed, or a resource cannot be deployed
 * - `NOT_FOUND`: there is no such process, instance, job …
 * - `INVALID_STATE`: it exists, but its state does not allow the command
 * - `ALREADY_EXISTS`: a message with the same id is still waiting
 */
export type EngineErrorCode = 'NOT_FOUND' | 'INVALID_ARGUMENT' | 'INVALID_STATE' | 'ALREADY_EXISTS'

/** A command that was rejected. Nothing has changed. */
export class EngineError extends Error {
  override name = 'EngineError'
  readonly code: EngineErrorCode

  constructor(code: EngineErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** Something that keeps a resource from being deployed. */
export interface DeploymentProblem {
  readonly resourceName: string
  /** Id of the element in the file; null if the problem is not about an element. */
  readonly elementId: string | null
  /** Line of the element's id in the file, counted from 1; null if it is unknown. */
  readonly line: number | null
  readonly message: string
}

/** A deployment that was rejected, with all problems of all its resources. Nothing was deployed. */
export class DeploymentError extends EngineError {
  override name = 'DeploymentError'
  readonly problems: readonly DeploymentProblem[]

  constructor(problems: readonly DeploymentProblem[]) {
    super('INVALID_ARGUMENT', problems.map(describe).join('\n'))
    this.problems = problems
  }
}

function describe({ resourceName, elementId, line, message }: DeploymentProblem): string {
  const place = line === null ? resourceName : `${resourceName}:${line}`
  return elementId === null ? `${place}: ${message}` : `${place}: ${elementId}: ${message}`
}
