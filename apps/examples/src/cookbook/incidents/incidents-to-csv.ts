import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const columns = ['incidentKey', 'processInstanceKey', 'elementId', 'errorType', 'errorMessage', 'creationTime'] as const
const cell = (value: unknown): string => `"${String(value ?? '').replaceAll('"', '""')}"`

console.log(columns.join(','))
for await (const incident of camunda.incidents.searchAll({ filter: { state: 'ACTIVE' } })) {
  console.log(columns.map((column) => cell(incident[column])).join(','))
}
