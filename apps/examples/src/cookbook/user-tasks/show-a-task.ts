import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const filter = { assignee: 'jane', state: 'CREATED' } as const
const { items } = await camunda.userTasks.search({ filter, sort: [{ field: 'creationDate' }], page: { limit: 20 } })
for (const { userTaskKey, name, dueDate } of items) {
  const { items: variables } = await camunda.userTasks.searchEffectiveVariables(userTaskKey)
  console.log(name, dueDate ?? 'no due date', variables.map((variable) => variable.name).join(', '))
}
