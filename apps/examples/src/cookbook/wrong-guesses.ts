import { connectCluster, connectOrganization } from '@x/camunda'
import { parseCredentials } from '@x/env'

export function connect(text: string) {
  const { cluster, organization } = parseCredentials(text)
  return { camunda: connectCluster(cluster ?? {}), organization: connectOrganization(organization ?? {}) }
}
type Connected = ReturnType<typeof connect>
type Camunda = Connected['camunda']
type Organization = Connected['organization']

export async function list(camunda: Camunda) {
  const keys: string[] = []
  // #region list
  for await (const incident of camunda.incidents.searchAll({ filter: { state: 'ACTIVE' } })) {
    keys.push(incident.incidentKey)
  }
  // #endregion list
  return keys
}

export async function cancel(camunda: Camunda, processInstanceKey: string, incidentKey: string) {
  // #region commands
  await camunda.orchestration.incidents.resolve(incidentKey)
  await camunda.orchestration.processInstances.cancel(processInstanceKey)
  // #endregion commands
}

export async function filterOrNot(camunda: Camunda, processDefinitionId: string | undefined) {
  // #region optional
  const filter = processDefinitionId === undefined ? {} : { processDefinitionId }
  const { total } = await camunda.processInstances.search({ filter })
  // #endregion optional
  return total
}

export async function nextPage(camunda: Camunda) {
  // #region pages
  const first = await camunda.processInstances.search({ page: { limit: 2 } })
  const second = await camunda.processInstances.search({ page: { limit: 2, after: first.endCursor ?? '' } })
  // #endregion pages
  return [...first.items, ...second.items].map(({ processInstanceKey }) => processInstanceKey)
}

export async function secrets(organization: Organization, clusterId: string, password: string, token: string) {
  // #region secrets
  await organization.console.secrets.create(clusterId, { secretName: 'MAIL_PASSWORD', secretValue: password })
  await organization.console.secrets.update(clusterId, 'MAIL_PASSWORD', { secretValue: token })
  // #endregion secrets
}

export async function file(organization: Organization, projectId: string, content: string) {
  // #region file
  const { id } = await organization.modeler.files.create({ projectId, name: 'Order', fileType: 'bpmn', content })
  // #endregion file
  return id
}

export async function variables(camunda: Camunda, processInstanceKey: string) {
  // #region variables
  const { items } = await camunda.orchestration.variables.search(
    { filter: { processInstanceKey } },
    { truncateValues: false },
  )
  const values = Object.fromEntries(items.map(({ name, value }) => [name, JSON.parse(value)]))
  // #endregion variables
  return values
}

export async function afterTheStart(camunda: Camunda) {
  // #region not-yet
  const { processInstanceKey } = await camunda.orchestration.processInstances.create({ processDefinitionId: 'order' })
  const instance = await camunda.processInstances.get(processInstanceKey, { waitFor: true })
  // #endregion not-yet
  return instance.state
}
