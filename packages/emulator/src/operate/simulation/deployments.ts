import type { ProcessModel } from '../bpmn/model.ts'
import type { DecisionModel } from '../dmn/model.ts'
import { type DeployedDecision, deployDecisions } from './decide.ts'
import { type DeployedProcess, type Records, TENANT } from './run.ts'

/** What instances can be started of: the latest version of each process, and of each decision. */
export interface Deployments {
  deployProcess(model: ProcessModel): void
  deployDecisions(model: DecisionModel): void
  process(processId: string): DeployedProcess
  decision(decisionId: string): DeployedDecision
}

export function createDeployments(records: Records): Deployments {
  const processes = new Map<string, DeployedProcess>()
  const decisions = new Map<string, DeployedDecision>()

  return {
    deployProcess(model) {
      const key = records.nextKey(1)
      const { id: bpmnProcessId, name, version, versionTag } = model
      records.store.processDefinitions.set(key, { key, name, version, versionTag, bpmnProcessId, tenantId: TENANT })
      records.store.processModels.set(key, model)
      processes.set(model.id, { key, model })
    },
    deployDecisions(model) {
      const deployed = deployDecisions(records, model)
      for (const { id } of model.decisions) decisions.set(id, deployed)
    },
    process: (processId) => found(processes.get(processId), `process ${processId}`),
    decision: (decisionId) => found(decisions.get(decisionId), `decision ${decisionId}`),
  }
}

function found<Deployed>(deployed: Deployed | undefined, what: string): Deployed {
  if (!deployed) throw new Error(`No ${what} is deployed`)
  return deployed
}
