import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const { output, failureMessage } = await camunda.orchestration.decisionDefinitions.evaluate({
  decisionDefinitionId: 'discount',
  variables: { customer: 'gold' },
})
if (failureMessage !== null) throw new Error(failureMessage)
console.log(JSON.parse(output))
