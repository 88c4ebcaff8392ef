// Searches: filters that are built step by step, and values that may be undefined.
import type { createModelerClient, FileFilter, ProjectFilter } from '@x/modeler'
import type {
  createOperateClient,
  DecisionInstanceFilter,
  IncidentFilter,
  ProcessInstanceFilter,
  VariableFilter,
} from '@x/operate'

declare const operate: ReturnType<typeof createOperateClient>
declare const modeler: ReturnType<typeof createModelerClient>

export async function stepByStep(input: { active?: boolean; process?: string; tenantId?: string; size?: number }) {
  const filter: ProcessInstanceFilter = {}
  if (input.active) filter.state = 'ACTIVE'
  if (input.process) filter.bpmnProcessId = input.process
  if (input.tenantId) filter.tenantId = input.tenantId
  const incidents: IncidentFilter = {}
  incidents.state = 'ACTIVE'
  const variables: VariableFilter = {}
  variables.name = 'order'
  const decisions: DecisionInstanceFilter = {}
  decisions.decisionId = 'discount'
  const files: FileFilter = {}
  files.projectId = 'p'
  files.type = 'BPMN'
  const projects: ProjectFilter = {}
  projects.name = 'Orders'

  await operate.processInstances.search({ filter, size: input.size })
  await operate.incidents.search({ filter: incidents })
  await operate.variables.search({ filter: variables })
  await operate.decisionInstances.search({ filter: decisions })
  await modeler.files.search({ filter: files, size: input.size })
  for await (const project of modeler.projects.searchAll({ filter: projects })) console.log(project.name)
}

export async function mayBeUndefined(tenantId: string | undefined, process: string | undefined, id?: string) {
  await operate.processInstances.search({ filter: { tenantId, bpmnProcessId: process } })
  await operate.processDefinitions.search({ filter: { tenantId, bpmnProcessId: process ?? undefined } })
  await operate.flowNodeInstances.search({ filter: { tenantId, flowNodeId: id } })
  await operate.incidents.search({ filter: { tenantId, processInstanceKey: id } })
  await operate.variables.search({ filter: { tenantId, name: id } })
  await operate.decisionDefinitions.search({ filter: { tenantId, decisionId: id } })
  await operate.decisionInstances.search({ filter: { tenantId, decisionId: id } })
  await operate.decisionRequirements.search({ filter: { tenantId, decisionRequirementsId: id } })
  await modeler.files.search({ filter: { projectId: id, folderId: undefined } })
  await modeler.projects.search({ filter: { name: id } })
  for await (const { key } of operate.incidents.searchAll({ filter: { tenantId } }, { limit: 10 })) console.log(key)
}

export const reused = (filter: Partial<ProcessInstanceFilter>) => operate.processInstances.search({ filter })
