import { writeFile } from 'node:fs/promises'
import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const filter = { isLatestVersion: true }
for await (const definition of camunda.processDefinitions.searchAll({ filter })) {
  const xml = await camunda.processDefinitions.getXml(definition.processDefinitionKey)
  if (xml) await writeFile(`${definition.processDefinitionId}.bpmn`, xml)
}
