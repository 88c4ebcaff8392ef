import type { IncidentErrorType } from '../state/incident.ts'

/**
 * Thrown by a step that cannot be carried out, and turned into an incident by the step queue. The step is repeated when
 * the incident is resolved, so it must not have changed anything yet: evaluate first, then act.
 */
export class Failure extends Error {
  readonly errorType: IncidentErrorType

  constructor(errorType: IncidentErrorType, message: string) {
    super(message)
    this.errorType = errorType
  }
}
