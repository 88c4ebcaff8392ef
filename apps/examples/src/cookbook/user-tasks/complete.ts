import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const filter = { state: 'CREATED', candidateGroup: 'accounting' } as const
for await (const { userTaskKey, name } of camunda.userTasks.searchAll({ filter })) {
  await camunda.userTasks.assign(userTaskKey, { assignee: 'jane' })
  await camunda.userTasks.complete(userTaskKey, { variables: { approved: true } })
  console.log(`${name} is done`)
}
