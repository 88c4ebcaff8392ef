import type { Decision } from '../dmn/requirements-graph.ts'
import type { DecisionRequirements } from './decision-requirements.ts'

/** One version of a deployed decision. Its version number is independent of that of its file. */
export class DecisionDefinition {
  readonly sequence: number
  readonly decision: Decision
  readonly version: number
  readonly requirements: DecisionRequirements

  constructor(sequence: number, decision: Decision, version: number, requirements: DecisionRequirements) {
    this.sequence = sequence
    this.decision = decision
    this.version = version
    this.requirements = requirements
  }

  get id(): string {
    return this.decision.id
  }

  get versionTag(): string | null {
    return this.decision.versionTag ?? null
  }

  get tenantId(): string {
    return this.requirements.tenantId
  }

  get deploymentSequence(): number {
    return this.requirements.deploymentSequence
  }
}
