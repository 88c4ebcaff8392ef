import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
for await (const error of camunda.orchestration.incidents.getStatisticsByErrorAll()) {
  console.log(error.activeInstancesWithErrorCount, error.errorMessage)
}
