import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'
import { readResources } from '@x/orchestration/node'

const camunda = connectCluster(readClusterCredentials())
const resources = await readResources('processes/**/*.{bpmn,dmn,form}') // throws if nothing matches
const { deployments } = await camunda.orchestration.deployments.create({ resources })
for (const { processDefinition } of deployments) {
  if (processDefinition) {
    console.log(`${processDefinition.processDefinitionId} v${processDefinition.processDefinitionVersion}`)
  }
}
